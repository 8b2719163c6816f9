/** What must stay, of the sixth set: values under their names, and whole lines. */
import type { Kind } from '../third/kind.ts';
import { sixthHarmlessIds } from './harmless-ids.ts';
import { sixthHarmlessValues } from './harmless-values.ts';

export { sixthHarmlessLines } from './harmless-lines.ts';

export const sixthHarmless: readonly Kind[] = [...sixthHarmlessIds, ...sixthHarmlessValues];
