import type { Clue } from '../pointers.ts';
import type { RecogniseOptions } from '../types.ts';
export function cluesOfProse(_prose: string, _hasCodes: boolean, _options: RecogniseOptions): Clue[] {
  return [];
}
