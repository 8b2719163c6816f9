/** From an import's specifier to the file of the project it names: relative paths, index files, aliases of tsconfig. Pure. */
import { posix } from 'node:path';

export interface PathResolver {
  /** Undefined for packages and for what is not there. */
  readonly resolve: (fromFile: string, specifier: string) => string | undefined;
}

const endings = [
  '',
  '.ts',
  '.tsx',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '.mts',
  '.cts',
  '/index.ts',
  '/index.tsx',
  '/index.js',
  '/index.mjs',
  '/index.cjs',
];

/** @param aliases prefix → folders, as in `paths` of tsconfig: `@/` → `src/`. */
export function pathResolver(
  files: ReadonlySet<string>,
  aliases: readonly (readonly [prefix: string, folder: string])[],
): PathResolver {
  const find = (path: string): string | undefined => {
    const plain = posix.normalize(path);
    for (const ending of endings) if (files.has(plain + ending)) return plain + ending;
    // TypeScript writes the ending of the compiled file: './a.js' for a.ts.
    const stem = plain.replace(/\.(?:js|mjs|cjs|jsx)$/, '');
    if (stem !== plain) for (const ending of ['.ts', '.tsx', '.mts', '.cts']) if (files.has(stem + ending)) return stem + ending;
    return undefined;
  };
  return {
    resolve: (fromFile, specifier) => {
      if (/^\.{1,2}(?:\/|$)/.test(specifier)) return find(posix.join(posix.dirname(fromFile), specifier));
      for (const [prefix, folder] of aliases) {
        if (!specifier.startsWith(prefix)) continue;
        const found = find(posix.join(folder, specifier.slice(prefix.length)));
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

/** The aliases of a tsconfig or jsconfig, tolerant of comments and trailing commas; none where it cannot be read. */
export function aliasesOf(configPath: string, text: string): (readonly [string, string])[] {
  const folder = posix.dirname(configPath);
  try {
    const bare = text
      // What never ends is taken to the end, so that nothing is looked through twice.
      .replace(/("(?:[^"\\\n]|\\.)*"?)|\/\/[^\n]*|\/\*(?:[\s\S]*?\*\/|[\s\S]*)/g, (_all, string) => string ?? '')
      .replace(/,(\s*[}\]])/g, '$1');
    const config: unknown = JSON.parse(bare);
    const options = at(config, 'compilerOptions');
    const baseUrl = at(options, 'baseUrl');
    const base = posix.join(folder, typeof baseUrl === 'string' ? baseUrl : '.');
    const paths = at(options, 'paths');
    if (typeof paths !== 'object' || paths === null) return typeof baseUrl === 'string' ? [['', `${base}/`]] : [];
    return Object.entries(paths).flatMap(([pattern, targets]) =>
      Array.isArray(targets) && typeof targets[0] === 'string'
        ? [[pattern.replace(/\*$/, ''), posix.join(base, targets[0].replace(/\*$/, ''))] as const]
        : [],
    );
  } catch {
    return [];
  }
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
