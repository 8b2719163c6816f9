/** What Nuxt's server has without an import: what `server/utils` exports, and `useRuntimeConfig()`, which nuxt.config fills. Pure. */
import { bare, descendants, field, namedChildren, propertyName } from '../syntax/nodes.ts';
import { declarationOf } from './scope.ts';
import type { CodeModule, CodePart, ImportedName } from './types.ts';

const inServer = /^(.*?(?:^|\/))server\/(?!utils\/)|^(.*?(?:^|\/))server\/utils\//;
const utilities = /^(.*?(?:^|\/))server\/utils\//;

export function withAutoImports(modules: ReadonlyMap<string, CodeModule>): Map<string, CodeModule> {
  const apps = [...modules.keys()].flatMap((path) => /^(.*?)nuxt\.config\.[cm]?[jt]s$/.exec(path)?.[1] ?? []);
  const folders = new Set(apps);
  if (folders.size === 0) return new Map(modules);
  const given = new Map<string, Map<string, ImportedName>>();
  for (const [path, module] of modules) {
    const app = utilities.exec(path)?.[1];
    if (app === undefined || !folders.has(app)) continue;
    const names = given.get(app) ?? new Map<string, ImportedName>();
    given.set(app, names);
    for (const name of module.exports.keys())
      if (name !== 'default' && name !== '*') names.set(name, { specifier: path, path, name });
  }
  return new Map(
    [...modules].map(([path, module]): [string, CodeModule] => {
      const found = inServer.exec(path);
      const names = given.get(found?.[1] ?? found?.[2] ?? '');
      if (!found || !names) return [path, module];
      const free = [...names].filter(
        ([name, { path: from }]) =>
          from !== path &&
          !module.imports.has(name) &&
          declarationOf(name, module.root) === undefined &&
          new RegExp(`\\b${name}\\b`).test(module.file.text),
      );
      if (free.length === 0) return [path, module];
      const loads = [
        ...module.loads,
        ...free.map(([, { path: from }]) => ({ specifier: from ?? '', path: from, offset: 0, kind: 'import' as const })),
      ];
      return [path, { ...module, imports: new Map([...module.imports, ...free]), loads }];
    }),
  );
}

/** The object under `runtimeConfig`. */
export function runtimeConfig(modules: ReadonlyMap<string, CodeModule>): CodePart | undefined {
  for (const [path, module] of modules) {
    if (!/(?:^|\/)nuxt\.config\.[cm]?[jt]s$/.test(path)) continue;
    for (const pair of descendants(module.root, 'pair')) {
      const value = propertyName(field(pair, 'key')) === 'runtimeConfig' ? field(pair, 'value') : undefined;
      if (value && namedChildren(bare(value)).length > 0) return { node: bare(value), module };
    }
  }
  return undefined;
}
