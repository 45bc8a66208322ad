/** Step 3: who is out of scope. What is unknown does not except anyone. */
import { type Asked, opposite, truthOf } from './condition.ts';
import { linesOf, readingsNamed } from './world.ts';

export const outOfScope = (asked: Asked): { out: boolean; readings: ReadonlySet<string> } => {
  const { scope } = asked.world.rules;
  if (!scope) return { out: false, readings: new Set() };
  const excepting = linesOf(scope, 'except').find((line) => truthOf(line.when, asked) === true);
  const missing = linesOf(scope, 'for').find((line) => opposite(truthOf(line.when, asked)) === true);
  const line = excepting ?? missing;
  return line ? { out: true, readings: readingsNamed(asked.world, line) } : { out: false, readings: new Set() };
};
