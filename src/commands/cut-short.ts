/** What a run that was killed left behind: half a patch. Said in one sentence by every command that looks at the files; changes nothing. */
import { realpathSync } from 'node:fs';
import { unfinishedPatch } from '../patches/undo.ts';
import { plainText } from '../redaction/plain-text.ts';

/** Undefined where no patch stands halfway. */
export function cutShortSentence(folder: string): string | undefined {
  let entry: ReturnType<typeof unfinishedPatch>;
  try {
    entry = unfinishedPatch(realpathSync(folder));
  } catch {
    // A folder that cannot be read is told of by what reads it for its own sake.
    return undefined;
  }
  if (!entry) return undefined;
  const files = plainText(entry.files.map(({ file }) => file).join(', '), { maxLength: 300 });
  return `An earlier run was cut short in the middle of a patch (${files}), so what is seen here may be half of it: \`scalekit-fix undo\` takes it back.`;
}
