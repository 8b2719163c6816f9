/** What `undo` says: sentences for people, and the same as data. Pure. */
import type { JournalEntry } from '../patches/undo.ts';
import { plainText } from '../redaction/plain-text.ts';

export const SCHEMA_VERSION = 1;

export function summaryOf({ summary }: JournalEntry): string {
  return plainText(summary, { maxLength: 300 });
}

export function filesOf({ files }: JournalEntry): string {
  return plainText(files.map(({ file }) => file).join(', '), { maxLength: 500 });
}

export function lineOf(entry: JournalEntry): string {
  const { id, at, change } = entry;
  const head = `${plainText(at, { maxLength: 30 })}  ${stateOf(entry)}  ${summaryOf(entry)}`;
  if (!change) return `${head}  (${filesOf(entry)})  ${id}`;
  return [`${head}  (in Scalekit)  ${id}`, ...changeLines(entry).map((line) => `    ${line}`)].join('\n');
}

/** A change in Scalekit: where, what it was and what it is since. */
export function changeLines({ change }: JournalEntry): string[] {
  if (!change) return [];
  const side = (name: string, text: string): string[] =>
    plainText(text, { maxLength: 4_000, keepNewlines: true })
      .split('\n')
      .map((line, index) => `${index === 0 ? name : ' '.repeat(name.length)} ${line}`);
  return [
    plainText(`${change.environment} (${change.tier})`, { maxLength: 300 }),
    ...side('before:', change.before),
    ...side('after: ', change.after),
  ];
}

function stateOf({ state, proof }: JournalEntry): string {
  const words: Readonly<Record<JournalEntry['state'], string>> = {
    applied: proof?.state === 'due' ? 'unproved ' : 'applied  ',
    undone: 'undone   ',
    applying: 'cut short',
    undoing: 'cut short',
    sending: 'no answer',
  };
  return words[state];
}

export function patchOf(entry: JournalEntry) {
  const { id, at, state, proof, change, files } = entry;
  return {
    id,
    at,
    summary: summaryOf(entry),
    state,
    files: files.map(({ file }) => file),
    ...(proof === undefined ? {} : { proof: proof.state, finding: proof.finding }),
    ...(change === undefined
      ? {}
      : {
          change: {
            environment: change.environment,
            tier: change.tier,
            what: change.what,
            before: change.before,
            after: change.after,
          },
        }),
  };
}
