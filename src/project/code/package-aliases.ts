/** Names by which modules of the same project import each other without a path: packages of a workspace, `imports` of package.json, aliases that frameworks bring. Pure. */
import { posix } from 'node:path';

type Alias = readonly [prefix: string, folder: string];

/** Of one package.json; none where it cannot be read. */
export function packageAliases(path: string, text: string): Alias[] {
  const folder = posix.dirname(path);
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    return [];
  }
  const inside = (target: string): string => posix.join(folder, target);
  const own = entries(property(manifest, 'imports')).map(([name, target]): Alias => [starless(name), inside(starless(target))]);
  const name = property(manifest, 'name');
  if (typeof name !== 'string' || name === '') return own;
  const exported = entries(property(manifest, 'exports')).map(
    ([key, target]): Alias => [starless(posix.join(name, key)), inside(starless(target))],
  );
  // What is built is not in the repository: the sources lie beside it.
  const main = ['source', 'module', 'main', 'types'].flatMap((key): Alias[] => {
    const target = property(manifest, key);
    return typeof target === 'string' ? [[name, inside(target)]] : [];
  });
  return [
    ...own,
    ...exported,
    ...main,
    [name, inside('src/index')],
    [name, inside('index')],
    [`${name}/`, `${inside('src')}/`],
    [`${name}/`, `${inside('.')}/`],
  ];
}

/** What Vite, SvelteKit, Nuxt and others stand for where no configuration says otherwise; they come last. */
export function usualAliases(packagePaths: readonly string[]): Alias[] {
  return packagePaths.flatMap((path): Alias[] => {
    const folder = posix.dirname(path);
    const at = (target: string): string => `${posix.join(folder, target)}/`;
    return [
      ['$lib/', at('src/lib')],
      ['@/', at('src')],
      ['~/', at('src')],
      ['~/', at('app')],
      ['@/', at('app')],
      ['@/', at('.')],
      ['~/', at('.')],
      ['~~/', at('.')],
      ['@@/', at('.')],
    ];
  });
}

/** `exports` and `imports`: a text, or conditions of which the first that is a text counts. */
function entries(value: unknown): [string, string][] {
  if (typeof value === 'string') return [['.', value]];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, target]): [string, string][] => {
    if (!/^[.#]/.test(key)) return [];
    const text = firstText(target);
    return text === undefined ? [] : [[key, text]];
  });
}

function firstText(value: unknown, steps = 4): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || steps === 0) return undefined;
  for (const inner of Object.values(value)) {
    const text = firstText(inner, steps - 1);
    if (text !== undefined) return text;
  }
  return undefined;
}

function starless(text: string): string {
  return text.replace(/\*.*$/, '');
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
