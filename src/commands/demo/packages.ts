/** The demo app's packages, where this machine has them already: in the caller's own project, or beside this program. Downloads nothing. */
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../package-root.ts';

/** @returns names of those that are not there; then none is linked. */
export function linkPackages(app: string, from: string): readonly string[] {
  const { dependencies = {} } = JSON.parse(readFileSync(path.join(app, 'package.json'), 'utf8')) as {
    readonly dependencies?: Readonly<Record<string, string>>;
  };
  const found = Object.keys(dependencies).map((name) => [name, folderOf(name, [from, packageRoot()])] as const);
  const missing = found.flatMap(([name, folder]) => (folder === undefined ? [name] : []));
  if (missing.length > 0) return missing;
  for (const [name, folder] of found) {
    const link = path.join(app, 'node_modules', name);
    if (folder === undefined || existsSync(link)) continue;
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(folder, link, 'junction');
  }
  return [];
}

/** As Node looks for it: beside the folder and in those above it. */
function folderOf(name: string, starts: readonly string[]): string | undefined {
  for (const start of starts)
    for (let folder = path.resolve(start); ; folder = path.dirname(folder)) {
      const candidate = path.join(folder, 'node_modules', name);
      if (existsSync(path.join(candidate, 'package.json'))) return candidate;
      if (folder === path.dirname(folder)) break;
    }
  return undefined;
}
