/** A text without terminal sequences and invisible characters, and the way back to the offsets of the original. Pure, linear. */
import { isAscii } from 'node:buffer';
import type { Subject } from '../bytes.ts';
import { ANY_CONTROL, type Hits, trigger } from '../triggers.ts';

export interface Stripped {
  readonly subject: Subject;
  /** Where a character of the stripped text stands in the original. */
  readonly original: (at: number) => number;
}

/** In bytes, UTF-8: controls but tab and line breaks, marks of direction, joiners, fillers; colours also as they are written in JSON. */
const invisible = new RegExp(
  [
    '(?:\\u001b|\\\\{1,8}(?:u001[bB]|x1[bB]|033|e(?=\\[)))(?:\\[[0-?]{0,64}[ -/]{0,4}[@-~]?|\\][^\\u0007\\u001b\\n\\\\]{0,2048}(?:\\u0007|\\u001b\\\\|\\\\{1,8}u0007)?)?',
    '\\u00c2\\u009b[0-?]{0,64}[ -/]{0,4}[@-~]?',
    '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001a\\u001c-\\u001f\\u007f]',
    '\\u00c2[\\u0080-\\u009f\\u00ad]',
    '\\u00cd\\u008f|\\u00d8\\u009c|\\u00e1\\u00a0\\u008e|\\u00e1\\u0085[\\u009f\\u00a0]|\\u00e1\\u009e[\\u00b4\\u00b5]',
    '\\u00e2\\u0080[\\u008b-\\u008f\\u00a8-\\u00ae]|\\u00e2\\u0081[\\u00a0-\\u00af]|\\u00e3\\u0085\\u00a4',
    '\\u00ef\\u00b8[\\u0080-\\u008f]|\\u00ef\\u00bb\\u00bf|\\u00ef\\u00bf[\\u00b9-\\u00bb]|\\u00f3\\u00a0[\\u0080-\\u0087][\\u0080-\\u00bf]',
    '\\\\{1,8}u(?:200[b-fB-F]|00[aA][dD]|20[26][a-eA-E0-9]|[fF][eE][fF][fF])',
  ].join('|'),
  'g',
);
/** Without one of these, text in ASCII has nothing to strip. */
const signs = trigger([ANY_CONTROL, '\\u0', '\\x1b', '\\033', '\\e[', '\\u20', '\\ufe'], { ignoreCase: true });
/** The same without the sequences: quicker where there is nothing to find. */
const any = new RegExp(
  [
    '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]',
    '\\u00c2[\\u0080-\\u009f\\u00ad]|\\u00cd\\u008f|\\u00d8\\u009c|\\u00e1[\\u0085\\u009e\\u00a0]|\\u00e2\\u0080[\\u008b-\\u008f\\u00a8-\\u00ae]',
    '\\u00e2\\u0081[\\u00a0-\\u00af]|\\u00e3\\u0085\\u00a4|\\u00ef[\\u00b8\\u00bb\\u00bf]|\\u00f3\\u00a0',
    '\\\\(?:u001[bB]|x1[bB]|033|e\\[|u(?:200[b-fB-F]|00[aA][dD]|206|202|[fF][eE][fF][fF]))',
  ].join('|'),
);

export function stripped(subject: Subject, hits: Hits): Stripped | undefined {
  if (hits.of(signs).length === 0 && isAscii(subject.bytes)) return undefined;
  return any.test(subject.text) ? without(subject, invisible) : undefined;
}

/** The text without what the global `expression` finds, or with something shorter in its place; undefined where it finds nothing. */
export function without(
  { text }: Subject,
  expression: RegExp,
  instead: (found: string) => string = () => '',
): Stripped | undefined {
  const positions: number[] = [];
  const removed: number[] = [];
  const parts: string[] = [];
  let at = 0;
  let gone = 0;
  expression.lastIndex = 0;
  for (let found = expression.exec(text); found !== null; found = expression.exec(text)) {
    const rest = instead(found[0]);
    parts.push(text.slice(at, found.index), rest);
    at = found.index + found[0].length;
    positions.push(found.index - gone + rest.length);
    gone += found[0].length - rest.length;
    removed.push(gone);
  }
  if (gone === 0) return undefined;
  parts.push(text.slice(at));
  const plain = parts.join('');
  return {
    subject: { text: plain, bytes: Buffer.from(plain, 'latin1') },
    original: (offset) => {
      let low = 0;
      let high = positions.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((positions[middle] as number) <= offset) low = middle + 1;
        else high = middle;
      }
      return offset + (low === 0 ? 0 : (removed[low - 1] as number));
    },
  };
}
