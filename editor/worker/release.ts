/** The worker of releases: surveys the rules as they stand, and makes the folder as a zip where there is no server. */
import { folderOf } from '../../src/release/names.ts';
import { nameOf, otherVersions, type Survey, surveyOf, versionBefore } from '../../src/release/survey.ts';
import type { FromRelease, MadeZip, ShownChange, Surveyed, Surveying, ToRelease } from './releaseProtocol.ts';

/** The one that was made last, and what it was asked by. */
let last: { readonly serial: number; readonly survey: Survey } | null = null;

const say = (answer: FromRelease): void => postMessage(answer);

function surveyed(serial: number, { entry, library, released, base: named, today }: Surveying): Surveyed {
  const others = [...otherVersions(entry, library), ...otherVersions(entry, released)];
  const base = named === undefined ? versionBefore(entry, others) : (others.find(({ file }) => file === named) ?? null);
  const survey = surveyOf({ entry, library, base, others, today });
  last = { serial, survey };
  const { compiled, comparison, checks } = survey;
  const { label = '', code = '', version = '' } = compiled.ruleSet ?? {};
  const all = comparison !== null && 'changes' in comparison ? comparison.changes : [];
  const changes = all.flatMap(({ effect, path, clause, before, after }): ShownChange[] =>
    effect === 'neutral' ? [] : [{ effect, path, clause, before, after }],
  );
  const versions = others.map((one) => ({ file: one.file, name: nameOf(one) }));
  return { label, code, version, folder: folderOf(code, version), checks, changes, versions, base: base?.file ?? null };
}

async function made(of: Survey, { who, signOffs }: Extract<ToRelease, { kind: 'make' }>): Promise<MadeZip | null> {
  // Word files and zips are asked for when one is made.
  const [{ releaseOf }, { zipSync }] = await Promise.all([import('../../src/release/make.ts'), import('fflate')]);
  const release = await releaseOf(of, who, signOffs);
  if ('refused' in release) return null;
  const { folder, sum, files } = release;
  const zip = zipSync(Object.fromEntries(files.map(({ name, bytes }) => [`${folder}/${name}`, bytes])));
  return { folder, sum, zip, files: files.map(({ name, bytes, sha256 }) => ({ name, bytes: bytes.length, sha256 })) };
}

async function hear(data: ToRelease): Promise<void> {
  const { serial } = data;
  if (data.kind === 'survey') say({ kind: 'surveyed', serial, surveyed: surveyed(serial, data.asked) });
  else say({ kind: 'made', serial, made: last?.serial === data.of ? await made(last.survey, data) : null });
}

addEventListener('message', ({ data }: MessageEvent<ToRelease>) => {
  hear(data).catch((error: unknown) => say({ kind: 'failed', serial: data.serial, message: String(error) }));
});
