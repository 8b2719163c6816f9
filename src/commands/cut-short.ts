/** What an earlier run left behind: half a patch, or a whole one that nobody has proved. Said in one sentence each; changes nothing. */
import { realpathSync } from 'node:fs';
import { type UnprovedPatch, unprovedPatches } from '../patches/proofs.ts';
import { unfinishedPatch } from '../patches/undo.ts';
import { plainText } from '../redaction/plain-text.ts';

/** Undefined where no patch stands halfway. */
export function cutShortSentence(folder: string): string | undefined {
  const entry = inFolder(folder, unfinishedPatch);
  if (!entry) return undefined;
  const files = shown(entry.files.map(({ file }) => file));
  return `An earlier run was cut short in the middle of a patch (${files}), so what is seen here may be half of it: \`scalekit-fix undo\` takes it back.`;
}

/** All of it, for who only looks. */
export function leftBehind(folder: string): readonly string[] {
  return [cutShortSentence(folder), unprovedSentence(folder)].filter((sentence) => sentence !== undefined);
}

/** Patches that were applied, by a run that ended before it had looked again. */
export function unprovedIn(folder: string): readonly UnprovedPatch[] {
  return inFolder(folder, unprovedPatches) ?? [];
}

/** Undefined where every patch was looked at after it was applied. */
export function unprovedSentence(folder: string): string | undefined {
  const patches = unprovedIn(folder);
  const [first] = patches;
  if (!first) return undefined;
  const files = shown([...new Set(patches.flatMap((patch) => patch.files))]);
  const undo =
    patches.length === 1
      ? `\`scalekit-fix undo ${Number.parseInt(first.id, 10)}\` takes the patch back`
      : '`scalekit-fix undo --list` names the patches, `undo ID` takes one back';
  return `${files}: patched and not proved, since the run was left before it had looked again; ${undo}.`;
}

const shown = (files: readonly string[]): string => plainText(files.join(', '), { maxLength: 300 });

function inFolder<T>(folder: string, look: (root: string) => T): T | undefined {
  try {
    return look(realpathSync(folder));
  } catch {
    // A folder that cannot be read is told of by what reads it for its own sake.
    return undefined;
  }
}
