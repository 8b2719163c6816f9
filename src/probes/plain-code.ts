/** Code in other languages than JavaScript and TypeScript that speaks of Scalekit, read as plain text. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { isPlainCode, type PlainLiteral, type PlainRead, readPlainCode } from '../project/plain-code.ts';
import { probe } from './tools.ts';

export interface PlainCodeFact {
  readonly reads: readonly PlainRead[];
  readonly literals: readonly PlainLiteral[];
}

const MOST_FILES = 60;
const MOST_BYTES = 300_000;

export const plainCode = probe({
  id: 'plain-code',
  title: 'Code in other languages that talks to Scalekit',
  reach: 'files',
  observe: async (_facts, { project, redactor }): Promise<Outcome<PlainCodeFact>> => {
    if (!(await project.list()).some(isPlainCode)) return skipped('There is no code in another language here.');
    const mentions = await project.filesMentioning(['scalekit', 'Scalekit', 'SCALEKIT']);
    const files = mentions
      .map(({ path }) => path)
      .filter(isPlainCode)
      .slice(0, MOST_FILES)
      .flatMap((path) => {
        const file = project.read(path);
        return file.kind === 'source' && file.bytes.length <= MOST_BYTES ? [file] : [];
      });
    if (files.length === 0) return skipped('No code in another language speaks of Scalekit.');
    const found = files.map(readPlainCode);
    const literals = found.flatMap((code) => code.literals);
    for (const { role, text } of literals) if (role === 'client-secret') redactor.learn(text);
    return ok({ reads: found.flatMap((code) => code.reads), literals }, { label: 'Files read', actual: `${files.length}` });
  },
});
