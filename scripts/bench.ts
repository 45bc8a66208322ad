// How fast, and whether in proportion: `npm run bench`. Times are of this machine; ratios of one run say more.
//
//     npm run bench              everything
//     npm run bench -- engines   every engine on one roster, as the tables of the README; --quick: a tenth of it
//     npm run bench -- growth    how parsing, checking and evaluating grow
//     npm run bench -- scale     `cme eval` from Parquet to Parquet, time and memory, of 1,000 to 100,000 records; --most N:
//                                of a hundredth of N to N; --only N: of these alone (and of the smallest, whose totals
//                                the others must have so many times); --memory SIZE; --folder DIR keeps the rosters
import { parseArgs } from 'node:util';
import { oneRule } from './bench/oneRule.ts';
import { atScale } from './bench/scale.ts';
import { measuredOn } from './bench/versions.ts';
import { whole } from './bench/whole.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    most: { type: 'string', default: '100000' },
    only: { type: 'string', multiple: true, default: [] },
    memory: { type: 'string', default: '1GB' },
    folder: { type: 'string' },
  },
});
const [part = 'all'] = positionals;

if (part === 'all' || part === 'engines') {
  console.log(`${measuredOn()}\n`);
  console.log(await whole(values.quick));
  console.log(`\n${await oneRule()}\n`);
}
if (part === 'all' || part === 'growth') await import('./bench/growth.ts');
if (part === 'all' || part === 'scale') {
  const { memory, folder = null } = values;
  console.log(await atScale({ most: Number(values.most), only: values.only.map(Number), memory, folder }));
}
