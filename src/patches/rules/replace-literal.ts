/** Replaces a string literal by another text, its quotes kept. Pure. */
import type { Edit } from '../../diagnosis/remedy.ts';
import type { Place } from '../../project/code/types.ts';
import { toEdits } from '../text-edits.ts';

/** None where the place holds no literal in quotes, or the text cannot be written in them. */
export function replaceLiteral({ file, start, end }: Place, text: string): Edit[] {
  const quote = file.text[start] ?? '';
  if (!['"', "'", '`'].includes(quote) || file.text[end - 1] !== quote || /[\\\r\n\u2028\u2029]/.test(text)) return [];
  if (text.includes(quote) || (quote === '`' && text.includes('${'))) return [];
  return toEdits(file, [{ start: start + 1, end: end - 1, text }]);
}
