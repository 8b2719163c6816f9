/** What `npx scalekit-fix` installs: one package that works by itself. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { NODES, run, temporaryFolder } from './program.ts';

const root = resolve(import.meta.dirname, '../..');
const MEGABYTE = 1_000_000;

interface Packed {
  readonly size: number;
  readonly filename: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}
interface Bill {
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly hashes?: readonly { readonly alg: string }[];
    readonly licenses?: readonly unknown[];
  }[];
}
interface Manifest {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly dependencies?: object;
  readonly optionalDependencies?: object;
}

let packed: Packed;
let manifest: Manifest;

function pack(...args: string[]): Packed {
  const env = { ...process.env, npm_config_loglevel: 'silent' };
  const out = execFileSync('npm', ['pack', '--json', '--ignore-scripts', ...args], { cwd: root, encoding: 'utf8', env });
  const [first] = JSON.parse(out) as Packed[];
  if (!first) throw new Error('npm packed nothing');
  return first;
}

beforeAll(() => {
  packed = pack('--dry-run');
  manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
});

describe('the package', () => {
  it('is at most 6 MB unpacked and 2 MB packed', () => {
    expect(packed.unpackedSize).toBeLessThanOrEqual(6 * MEGABYTE);
    expect(packed.size).toBeLessThanOrEqual(2 * MEGABYTE);
  });

  it('depends on nothing and runs nothing when it is installed', () => {
    expect(manifest.dependencies).toBeUndefined();
    expect(manifest.optionalDependencies).toBeUndefined();
    expect(Object.keys(manifest.scripts)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(pre|post)?install$/)]));
  });

  it('holds the program and what it shows, and neither sources nor tests', () => {
    const folders = new Set(packed.files.map(({ path }) => (path.includes('/') ? path.split('/')[0] : path)));
    expect(
      [...folders].filter(
        (name) => !/^(bin|dist|assets|package\.json|README\.md|LICENSE|CHANGELOG\.md|sbom\.cdx\.json)$/.test(name ?? ''),
      ),
    ).toEqual([]);
    const paths = packed.files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['bin/scalekit-fix.js', 'bin/compile-cache.js', 'dist/cli.js', 'dist/help/check.txt']),
    );
    expect(paths.filter((path) => path.endsWith('.map'))).toEqual([]);
  });

  it('requires nothing but Node.js and itself', () => {
    const dist = join(root, 'dist');
    for (const file of readdirSync(dist).filter((name) => name.endsWith('.js'))) {
      const required = [...readFileSync(join(dist, file), 'utf8').matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)].map(
        (match) => match[1] ?? '',
      );
      // Texts of ajv (in conf) for code that it could generate; here it never does. A hole in the name: code that a patch writes.
      const foreign = required.filter(
        (name) => !/^ajv(?:-formats)?\/dist\/|^\$\{\w+\}$/.test(name) && !isBuiltin(name) && !existsSync(join(dist, name)),
      );
      expect({ file, foreign }).toEqual({ file, foreign: [] });
    }
  });

  it('names the licences of what it holds', () => {
    const notices = readFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['commander', 'web-tree-sitter', '@vscode/tree-sitter-wasm'])
      expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(notices).toContain('Permission is hereby granted');
  });

  it('comes with a bill of materials: every package that was bundled, and no other', () => {
    expect(manifest.scripts['prepack']).toBe('npm run sbom');
    const file = join(temporaryFolder(), 'sbom.cdx.json');
    execFileSync(process.execPath, [join(root, 'scripts/sbom.mjs'), file], { stdio: 'ignore' });
    const bill = JSON.parse(readFileSync(file, 'utf8')) as Bill;
    expect(bill).toMatchObject({
      bomFormat: 'CycloneDX',
      metadata: { component: { name: 'scalekit-fix', version: manifest.version } },
    });
    const notices = readFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    const named = bill.components.map(({ name, version }) => `${name} ${version}`);
    expect(named.filter((one) => !notices.includes(`\n${one} (`))).toEqual([]);
    expect(named).toHaveLength(notices.match(/^-{78}\n(?!Text \d)/gm)?.length ?? 0);
    for (const { hashes, licenses } of bill.components) expect([hashes?.[0]?.alg, licenses?.length]).toEqual(['SHA-512', 1]);
  });

  it('is built of packages that the README names with a reason', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const table = readme.slice(readme.indexOf('## Dependencies'));
    const development = Object.keys(manifest.devDependencies);
    const bundledDirectly = development.filter((name) =>
      new RegExp(`^${name.replace(/[/.]/g, '\\$&')} \\d`, 'm').test(
        readFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8'),
      ),
    );
    expect(bundledDirectly.length).toBeGreaterThan(10);
    const named = [...table.matchAll(/^\| ([^|]+) \| [^|]{10,} \|$/gm)].flatMap(([, names = '']) =>
      names.replace(/\(.*?\)/g, '').split(/,\s*/),
    );
    const has = (name: string): boolean => named.some((one) => one.trim() === name || one.trim() === `${name.split('/')[0]}/*`);
    expect(bundledDirectly.filter((name) => !has(name))).toEqual([]);
  });

  it('carries a grammar for each language, ready to unpack', () => {
    const grammars = readdirSync(join(root, 'dist/grammars'));
    expect(grammars.sort()).toEqual(
      ['web-tree-sitter', ...['go', 'java', 'javascript', 'python', 'tsx', 'typescript'].map((name) => `tree-sitter-${name}`)]
        .map((name) => `${name}.wasm.br`)
        .sort(),
    );
    expect(grammars.reduce((sum, name) => sum + statSync(join(root, 'dist/grammars', name)).size, 0)).toBeLessThan(MEGABYTE / 2);
  });

  it('works from where npm unpacks it', async () => {
    const folder = temporaryFolder();
    const { filename } = pack('--pack-destination', folder);
    execFileSync('tar', ['-xzf', join(folder, filename), '-C', folder]);
    const program = join(folder, 'package/bin/scalekit-fix.js');
    for (const { path: node } of NODES) {
      expect(await run(['--version'], { node, program })).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
      expect(await run(['check', '--timeout', '0'], { node, program })).toMatchObject({ code: 2 });
    }
  });
});

function isBuiltin(name: string): boolean {
  return name.startsWith('node:') || process.getBuiltinModule('node:module').isBuiltin(name);
}
