/** The checker: compiles each version that it is given time for, and runs the examples of what has no error. */
import { documentOf } from '../../src/edit/index.ts';
import { compile, type RuleSource } from '../../src/index.ts';
import { answered, type Rules } from './answers.ts';
import { Newest } from './newest.ts';
import { problemsOf } from './problems.ts';
import type { About, Asked, Changed, Compiled, FromChecker, Opening } from './protocol.ts';
import { tried } from './tried.ts';

type Task = Omit<Changed, 'kind'> & {
  readonly entry: Omit<RuleSource, 'text'>;
  readonly library: readonly RuleSource[];
};

let opened: Opening | null = null;
let tables: MessagePort | null = null;
/** What was compiled last, for questions about it. */
let latest: (Rules & { readonly session: number; readonly version: number }) | null = null;

const say = (answer: FromChecker): void => postMessage(answer);

const checker = new Newest<Task>(async ({ session, version, text, entry, library }, wanted) => {
  try {
    const compiled = compile({ ...entry, text }, { library });
    const handed: Compiled = { session, document: documentOf(compiled, version) };
    tables?.postMessage(handed);
    latest = { session, version, compiled, library };
    const about: About = {
      label: compiled.ruleSet?.label ?? '',
      code: compiled.ruleSet?.code ?? '',
      version: compiled.ruleSet?.version ?? '',
      title: compiled.ruleSet?.title ?? null,
      number: numberIn(compiled.tree),
      need: needIn(compiled.tree),
    };
    const sound = compiled.plan !== null;
    say({ kind: 'checked', session, version, problems: problemsOf(compiled), sound, about });
    if (sound && (await wanted())) say({ kind: 'tried', session, version, examples: tried(compiled) });
  } catch (error) {
    say({ kind: 'failed', session, version, message: String(error) });
  }
});

const numberIn = (tree: ReturnType<typeof compile>['tree']): string | null =>
  tree.sections
    .find(({ kind }) => kind === 'rules')
    ?.lines.flatMap((line) => (line.kind === 'number' ? [line.text.value] : []))[0] ?? null;

/** Of the first requirement that is everyone's; it is only drawn, so digits are enough. */
const needIn = (tree: ReturnType<typeof compile>['tree']): number | null => {
  const all = tree.sections.filter((one) => one.kind === 'require' && !one.lines.some(({ kind }) => kind === 'for'));
  for (const line of all.flatMap(({ lines }) => lines)) {
    if (line.kind !== 'minimum' || line.per !== 'year' || line.subject || line.when) continue;
    const { amount } = line;
    if (amount.kind === 'amount' && amount.amount.kind === 'number') return Number(amount.amount.number.digits);
  }
  return null;
};

/** Answered at once, of the version compiled last; the answer names it. */
function answer({ session, serial, question }: Asked): void {
  if (latest === null || latest.session !== session) return;
  const { version } = latest;
  try {
    say({ kind: 'told', session, version, serial, told: answered(latest, question) });
  } catch (error) {
    say({ kind: 'failed', session, version, message: String(error) });
    say({ kind: 'told', session, version, serial, told: null });
  }
}

addEventListener('message', ({ data, ports }: MessageEvent<Opening | Changed | Asked | { kind: 'tables' }>) => {
  if (data.kind === 'tables') {
    tables = ports[0] ?? null;
    return;
  }
  if (data.kind === 'ask') {
    answer(data);
    return;
  }
  if (data.kind === 'open') opened = data;
  if (opened === null || data.session !== opened.session) return;
  const { session, entry, library } = opened;
  const [version, text] = data.kind === 'open' ? [0, entry.text] : [data.version, data.text];
  checker.give({ session, version, text, entry, library });
});
