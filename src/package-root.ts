/** Where the package lies: for `assets/` and `dist/grammars/`. Chunks of `dist/` and files of `src/` both lie one folder below it. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

export function packageRoot(): string {
  return root;
}
