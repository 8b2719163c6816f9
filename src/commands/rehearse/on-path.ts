/** Programs that this machine has: the first file of one of these names in the folders of PATH. */
import { existsSync } from 'node:fs';
import path from 'node:path';

export function onPath(search: string | undefined, names: readonly string[]): string | undefined {
  const folders = (search ?? '').split(path.delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find((file) => existsSync(file));
}
