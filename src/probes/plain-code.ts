/** Code in other languages than JavaScript and TypeScript that speaks of Scalekit, read as plain text. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { helpersIn, isPlainCode, type PlainLiteral, type PlainRead, readPlainCode } from '../project/plain-code.ts';
import type { SourceFile } from '../project/source-file.ts';
import { envFiles } from './env-files.ts';
import { rolesByValue } from './roles-by-value.ts';
import { probe } from './tools.ts';

export interface PlainCodeFact {
  readonly reads: readonly PlainRead[];
  readonly literals: readonly PlainLiteral[];
}

const words = ['scalekit', 'Scalekit', 'SCALEKIT'];
/** Helpers that read a variable by its name may stand in a file that says nothing of Scalekit. */
const readers = ['etenv', 'environ', 'LookupEnv', 'get_env', 'env::var', 'EnvironmentVariable'];
const MOST_FILES = 60;
const MOST_BYTES = 300_000;

export const plainCode = probe({
  id: 'plain-code',
  title: 'Code in other languages that talks to Scalekit',
  reach: 'files',
  wants: { env: envFiles },
  observe: async ({ env }, { project, redactor }): Promise<Outcome<PlainCodeFact>> => {
    if (!(await project.list()).some(isPlainCode)) return skipped('There is no code in another language here.');
    const loaded = (env?.files ?? [])
      .filter(({ role }) => role === 'given' || role === 'loaded')
      .flatMap(({ entries }) => entries);
    // Without the SDK, code may speak of Scalekit by the names of its variables alone.
    const wanted = [...words, ...rolesByValue(loaded).keys()];
    const mentions = (await project.filesMentioning([...wanted, ...readers])).filter(({ path }) => isPlainCode(path));
    const read = (counts: (needle: number) => boolean): SourceFile[] =>
      mentions
        .filter(({ needles }) => needles.some(counts))
        .slice(0, MOST_FILES)
        .flatMap(({ path }) => {
          const file = project.read(path);
          return file.kind === 'source' && file.bytes.length <= MOST_BYTES ? [file] : [];
        });
    const files = read((needle) => needle < wanted.length);
    if (files.length === 0) return skipped('No code in another language speaks of Scalekit.');
    const helpers = read((needle) => needle >= wanted.length).flatMap(helpersIn);
    const found = files.map((file) => readPlainCode(file, helpers));
    const literals = found.flatMap((code) => code.literals);
    for (const { role, text } of literals) if (role === 'client-secret') redactor.learn(text);
    return ok({ reads: found.flatMap((code) => code.reads), literals }, { label: 'Files read', actual: `${files.length}` });
  },
});
