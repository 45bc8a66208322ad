/**
 * What a rule file inherits: its baselines as documents, and what of them stands and can be turned. To try a number of the
 * baseline is to try the baseline with it; to write it is to say the whole section again in the file itself.
 */
import { type Block, documentOf, type EditDocument, sheetsOf, type ViewModel } from '../../src/edit/index.ts';
import { type Compiled, compile, describe, type RuleSource } from '../../src/index.ts';
import { type Inherited, type Knob, knobsOf } from './knobs.ts';

export interface Layer {
  readonly file: string;
  readonly label: string;
  readonly document: EditDocument;
  readonly view: ViewModel;
}

/** Read once: a baseline stays while the file above it is written. */
const known = new Map<string, Layer>();
const MOST = 8;

export function layersOf({ sources }: Pick<Compiled, 'sources'>, library: readonly RuleSource[]): readonly Layer[] {
  return sources.slice(1).map((source) => {
    const name = `${source.file}\n${source.text}`;
    const found = known.get(name) ?? layerOf(source, library);
    if (known.size >= MOST) known.clear();
    known.set(name, found);
    return found;
  });
}

function layerOf(source: RuleSource, library: readonly RuleSource[]): Layer {
  const others = library.filter(({ file }) => file !== source.file);
  const document = documentOf(compile(source, { library: others, findings: 'errors' }), 0);
  const label = describe(source)?.label ?? source.file;
  return { file: source.file, label, document, view: sheetsOf(document) };
}

/** In the order of the baselines, the nearest first. */
export function inheritedKnobs(
  { ruleSet }: Pick<Compiled, 'ruleSet'>,
  own: ViewModel,
  layers: readonly Layer[],
): readonly Knob[] {
  if (ruleSet === null) return [];
  const { categories, groups, requirements, scope, makeup, readings } = ruleSet;
  const sections = [
    ...categories.flatMap(({ section, items }) => [section, ...items.map((item) => item.section)]),
    ...groups.map(({ section }) => section),
    ...requirements,
    ...[scope, makeup].flatMap((one) => (one ? [one] : [])),
  ];
  return layers.flatMap(({ file, label, document, view }) => {
    const starts = new Set(sections.filter((one) => one.file === file).map(({ node }) => node.span.start));
    const stands = (block: Block): boolean => starts.has(sectionOf(document, block)?.span.start ?? -1);
    return view.blocks.flatMap((block) => {
      const from = { label, open: openOf(document, block) };
      const knobs = (of: Block): readonly Knob[] =>
        knobsOf({ ...view, blocks: [of] }).map((knob) => ({ ...knob, file, from }));
      if (block.kind !== 'reading') return stands(block) ? knobs(block) : [];
      if (readings.find((one) => one.label === block.title)?.section.file !== file) return [];
      const restated = own.blocks.find((one) => one.kind === 'reading' && one.title === block.title && !one.disabled);
      if (!restated) return knobs(block);
      const adopt = restated.rows.find(({ kind }) => kind === 'adopt');
      if (!adopt || restated.rows.some(({ kind }) => kind === 'option')) return [];
      // What its options stand for is still the baseline's; which of them is adopted is not.
      const rows = block.rows.map((row) => (row.kind === 'adopt' ? adopt : row));
      return knobs({ ...block, rows }).filter(({ kind }) => kind !== 'reading');
    });
  });
}

const sectionOf = ({ tree }: EditDocument, { head }: Block) => tree.sections[head.at.section];

/** A reading is there to be chosen. */
function openOf(document: EditDocument, block: Block): Inherited['open'] {
  const modes = (sectionOf(document, block)?.lines ?? []).flatMap((line) => (line.kind === 'open' ? [line.mode] : []));
  if (block.kind === 'reading' || modes.includes('freely')) return 'freely';
  return modes.includes('stricter') ? 'stricter' : 'not';
}
