// How fast, and whether in proportion: `npm run bench`. Times are of this machine; ratios of one run say more.
//
//     npm run bench              everything
//     npm run bench -- engines   every engine on one roster, as the tables of the README; --quick: a tenth of it
//     npm run bench -- growth    how parsing, checking and evaluating grow
import { oneRule } from './bench/oneRule.ts';
import { measuredOn } from './bench/versions.ts';
import { whole } from './bench/whole.ts';

const [part = 'all'] = process.argv.slice(2).filter((one) => !one.startsWith('--'));

if (part === 'all' || part === 'engines') {
  console.log(`${measuredOn()}\n`);
  console.log(await whole(process.argv.includes('--quick')));
  console.log(`\n${await oneRule()}\n`);
}
if (part === 'all' || part === 'growth') await import('./bench/growth.ts');
