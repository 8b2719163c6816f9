/** Keeps the table of docs/architecture.md: who may import whom. Prints each import that breaks it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const source = path.resolve(import.meta.dirname, '../src');

/** Rooms that a room may import from, itself aside. `*` is every room. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  redaction: [],
  diagnosis: ['redaction'],
  scalekit: ['redaction', 'diagnosis'],
  project: ['redaction', 'diagnosis', 'package-root.ts'],
  intake: ['redaction'],
  patches: ['project', 'diagnosis', 'redaction'],
  probes: ['scalekit', 'project', 'intake', 'diagnosis', 'redaction'],
  problems: ['probes', 'patches', 'diagnosis', 'redaction'],
  help: [],
  report: ['diagnosis', 'redaction', 'exit-codes.ts'],
  bundle: ['report', 'scalekit', 'diagnosis', 'redaction'],
  wizard: ['report', 'help', 'diagnosis', 'redaction', 'exit-codes.ts'],
  tui: ['wizard', 'report', 'diagnosis', 'redaction', 'exit-codes.ts'],
  plain: ['wizard', 'report', 'diagnosis', 'redaction', 'exit-codes.ts'],
  sandbox: ['redaction', 'scalekit'],
  rehearsal: ['sandbox', 'project', 'diagnosis', 'redaction', 'package-root.ts'],
  'settings.ts': ['redaction'],
  'package-root.ts': [],
  'exit-codes.ts': [],
  'version.ts': ['package-root.ts'],
  commands: ['*'],
  cli: ['commands', 'redaction', 'package-root.ts', 'version.ts', 'exit-codes.ts'],
  'cli.ts': ['cli', 'commands', 'redaction', 'package-root.ts', 'version.ts', 'exit-codes.ts'],
};

/** Rooms that take only types from another: the import must say so, so that nothing is loaded. */
const typesOnly: readonly (readonly [room: string, from: string])[] = [
  ['scalekit', 'diagnosis'],
  ['project', 'diagnosis'],
  ['bundle', 'scalekit'],
];

/** Pure rooms know neither terminal nor network nor disk. */
const pure = ['redaction', 'diagnosis', 'intake', 'problems', 'help', 'report', 'wizard'];
const impure =
  /^(node:(fs|net|tls|http|https|http2|dns|child_process|readline|tty|worker_threads)(\/.*)?|ink|react|undici|execa|conf|@inquirer\/.*)$/;

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const imports: readonly Import[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file))
  .flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(source, file), 'utf8');
  const room = file.split('/')[0] ?? file;
  const statements = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/g,
  );
  return [...statements].map(([, type, fixed, lazy]) => {
    const target = fixed ?? lazy ?? '';
    return { file, room, target, typeOnly: type !== undefined };
  });
}

function roomOf(file: string, target: string): string | undefined {
  if (!target.startsWith('.')) return undefined;
  return path.posix.normalize(path.posix.join(path.posix.dirname(file), target)).split('/')[0];
}

describe('the rooms', () => {
  it('import only what the table allows', () => {
    const broken = imports.filter(({ file, room, target }) => {
      const to = roomOf(file, target);
      if (to === undefined || to === room || to === '..') return false;
      const list = allowed[room];
      return list === undefined || !(list.includes('*') || list.includes(to));
    });
    expect(broken.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('take only types where only the vocabulary is shared', () => {
    const broken = imports.filter(
      ({ file, room, target, typeOnly }) =>
        !typeOnly && typesOnly.some(([from, to]) => from === room && to === roomOf(file, target)),
    );
    expect(broken.map(({ file, target }) => `${file} imports ${target} for more than its types`)).toEqual([]);
  });

  it('that are pure touch neither terminal nor network nor disk', () => {
    const broken = imports.filter(({ room, target, typeOnly }) => pure.includes(room) && !typeOnly && impure.test(target));
    expect(broken.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('name every room in the table', () => {
    expect([...new Set(imports.map(({ room }) => room))].filter((room) => !(room in allowed))).toEqual([]);
  });

  it('keep the sandbox to its command, the demo and rehearsals', () => {
    const users = imports
      .filter(({ file, room, target }) => roomOf(file, target) === 'sandbox' && room !== 'sandbox')
      .map(({ file }) => file);
    expect(users.filter((file) => !/^(?:commands\/(?:sandbox|demo)(?:\/|\.ts$)|rehearsal\/)/.test(file))).toEqual([]);
  });

  it('let the sandbox share nothing with the client but the reading of SAML’s XML', () => {
    const shared = imports.filter(({ file, room, target }) => room === 'sandbox' && roomOf(file, target) === 'scalekit');
    expect([...new Set(shared.map(({ target }) => target.replace(/^.*scalekit\//, '')))]).toEqual(['saml/document.ts']);
  });

  it('draw with Ink in the tui only', () => {
    const users = imports
      .filter(({ room, target }) => /^(ink|react)(\/|$)/.test(target) && room !== 'tui')
      .map(({ file }) => file);
    expect(users).toEqual([]);
  });
});
