/** A value with the escapes and line breaks of the place it stood in undone, so that equal secrets are seen to be equal. Pure. */
import { binaryText } from '../bytes.ts';
import { viewOf, wholeText } from './view.ts';

const LONGEST = 64 * 1024;

/** One character a byte, before and after. */
export function openText(text: string): string {
  if (text.length > LONGEST || !/[%\\&\r\n\u0080-\u00ff\u001b]/.test(text)) return text;
  let view = wholeText(Buffer.from(text.replace(/=?\r?\n[ \t>]*/g, ''), 'latin1'));
  for (let level = 0; level < 3; level++) {
    const open = viewOf(view, { keep: 'all', slot: 10 });
    const bytes = open.bytes.slice(0, open.length);
    view = wholeText(bytes);
    if (!open.nested) break;
  }
  return binaryText(view.bytes);
}
