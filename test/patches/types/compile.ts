/** Runs the TypeScript compiler over many small apps at once, and says what it finds in each. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Files, write } from './patched.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const stubs = path.join(root, 'test/fixtures/types');

/** Ways in which the apps name their own modules. */
const aliases: readonly (readonly [from: string, to: readonly string[]])[] = [
  ['@/', ['', 'src/']],
  ['~/', ['app/']],
  ['$lib/', ['src/lib/']],
  ['@lib/', ['src/lib/']],
  ['#lib/', ['src/lib/']],
  ['@acme/auth', ['packages/auth/src/index']],
];

/**
 * `file: message` of each error, without its position, by the app's key. Apps share one program, but for those whose files declare something
 * for all, or need what others must not have.
 */
export function typeErrors(apps: ReadonlyMap<string, Files>): Map<string, string[]> {
  const groups = new Map<string, Map<string, Files>>();
  for (const [key, files] of apps) {
    const group = groupOf(files);
    groups.set(group, (groups.get(group) ?? new Map<string, Files>()).set(key, files));
  }
  return new Map([...groups].flatMap(([group, own]) => [...errorsIn(own, group === 'nuxt' ? ['*', 'nuxt/*'] : ['*'])]));
}

function groupOf(files: Files): string {
  if (Object.keys(files).some((file) => file.startsWith('server/api/'))) return 'nuxt';
  return Object.values(files).some((text) => /\bdeclare\s+(?:module|global)\b/.test(text)) ? 'declaring' : 'plain';
}

function errorsIn(apps: ReadonlyMap<string, Files>, types: readonly string[]): Map<string, string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'scalekit-fix-tsc-'));
  try {
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    const keys = [...apps.keys()];
    for (const [index, key] of keys.entries()) write(path.join(folder, `app${index}`), relative(apps.get(key) ?? {}));
    writeFileSync(
      path.join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          target: 'ES2022',
          module: 'preserve',
          moduleDetection: 'force',
          jsx: 'preserve',
          strict: true,
          experimentalDecorators: true,
          allowImportingTsExtensions: true,
          skipLibCheck: true,
          noEmit: true,
          types: ['node'],
        },
        include: [
          'app*/**/*.ts',
          'app*/**/*.tsx',
          'app*/**/*.mts',
          'app*/**/*.cts',
          ...types.map((type) => `${stubs}/${type}.d.ts`),
        ],
      }),
    );
    const found = new Map<string, string[]>(keys.map((key) => [key, []]));
    for (const line of compiled(folder).split('\n')) {
      const [, index, file, message] = /^app(\d+)\/(.*?)\(\d+,\d+\): error (.*)$/.exec(line.replaceAll('\\', '/')) ?? [];
      if (index !== undefined) found.get(keys[Number(index)] ?? '')?.push(`${file}: ${message}`);
      else if (/error TS/.test(line)) throw new Error(line);
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Errors that a patch brought: those afterwards without those that were there before. */
export function newErrors(before: readonly string[], after: readonly string[]): string[] {
  const had = [...before];
  return after.filter((error) => {
    const at = had.indexOf(error);
    if (at !== -1) had.splice(at, 1);
    return at === -1;
  });
}

function compiled(folder: string): string {
  try {
    return execFileSync(
      process.execPath,
      [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', folder, '--pretty', 'false'],
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      },
    );
  } catch (error) {
    const { stdout } = error as { readonly stdout?: string };
    if (stdout === undefined) throw error;
    return stdout;
  }
}

/** An alias of one app means another folder in each: the specifiers are written out. */
function relative(files: Files): Files {
  const has = (file: string): boolean => ['', '.ts', '.tsx', '/index.ts'].some((end) => `${file}${end}` in files);
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => [
      file,
      text.replace(/((?:from|import|require\()\s*)(['"])([^'"]+)\2/g, (all, head: string, quote: string, specifier: string) => {
        for (const [from, folders] of aliases) {
          if (!specifier.startsWith(from)) continue;
          const to = folders
            .map((folder) => folder + specifier.slice(from.length))
            .find((path) => has(path.replace(/\.js$/, '')));
          if (to === undefined) continue;
          const way = path.posix.relative(path.posix.dirname(file), to);
          return `${head}${quote}${way.startsWith('.') ? way : `./${way}`}${quote}`;
        }
        return all;
      }),
    ]),
  );
}
