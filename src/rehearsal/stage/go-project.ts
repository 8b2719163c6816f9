/** The commands of a Go project: folders with `package main`, the module each belongs to, and what its code can reach. Pure. */
import { folderOf } from '../../project/manifests.ts';

export interface GoFacts {
  /** Text of the Go files by path, tests left out. */
  readonly texts: ReadonlyMap<string, string>;
  /** Text of each go.mod, by its folder; '' is the project. */
  readonly modules: ReadonlyMap<string, string>;
  /** Text of Makefile, Taskfile, justfile, .air.toml, Procfile and the like, by path. */
  readonly recipes: ReadonlyMap<string, string>;
}

export interface GoCommand {
  /** Folder of the module. */
  readonly module: string;
  /** Folder of the command within its module; '' is the module's own. */
  readonly folder: string;
  /** Its own files, then those of the packages that it imports, the module's own only. */
  readonly texts: readonly string[];
  readonly own: readonly string[];
}

export function goCommands({ texts, modules }: GoFacts): GoCommand[] {
  const folders = new Map<string, string[]>();
  for (const [file, text] of texts) {
    if (/^\/\/go:build\s+(?:ignore|tools)\b/m.test(text)) continue;
    const folder = folderOf(file);
    folders.set(folder, [...(folders.get(folder) ?? []), text]);
  }
  return [...folders].flatMap(([folder, own]) => {
    if (!own.some((text) => /^package main\b/m.test(text)) || !own.some((text) => /^func main\(\)/m.test(text))) return [];
    const module = [...modules.keys()].filter((one) => isWithin(folder, one)).sort((a, b) => b.length - a.length)[0];
    if (module === undefined) return [];
    const name = /^module\s+(\S+)/m.exec(modules.get(module) ?? '')?.[1] ?? '';
    const all = reachOf(folder, folders, module, name);
    return [{ module, folder: module === '' ? folder : folder.slice(module.length).replace(/^\//, ''), texts: all, own }];
  });
}

function isWithin(folder: string, outer: string): boolean {
  return outer === '' || folder === outer || folder.startsWith(`${outer}/`);
}

function reachOf(from: string, folders: ReadonlyMap<string, readonly string[]>, module: string, name: string): string[] {
  const seen = new Set<string>();
  const open = [from];
  const all: string[] = [];
  for (let folder = open.shift(); folder !== undefined; folder = open.shift()) {
    if (seen.has(folder)) continue;
    seen.add(folder);
    for (const text of folders.get(folder) ?? []) {
      all.push(text);
      if (name === '') continue;
      for (const [, imported = ''] of text.matchAll(/"([\w.\-/~]+)"/g))
        if (imported === name || imported.startsWith(`${name}/`))
          open.push([module, imported.slice(name.length + 1)].filter(Boolean).join('/'));
    }
  }
  return all;
}
