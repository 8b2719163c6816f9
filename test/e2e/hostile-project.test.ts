/** The built program in a folder that somebody filled with files against it: nothing keeps it from ending, whatever a line, a value or a comment is like. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, STACK_TRACE, temporaryFolder } from './program.ts';

type Files = Readonly<Record<string, string>>;

const URL_LINE = 'SCALEKIT_ENVIRONMENT_URL=http://127.0.0.1:9\n';
const CREDENTIALS = 'SCALEKIT_CLIENT_ID=skc_87104652398129153\nSCALEKIT_CLIENT_SECRET=test_c2VjcmV0LXRoYXQtbXVzdC1ub3QtbGVhdmU\n';
const SDK = "import { Scalekit } from '@scalekit-sdk/node';\n";
const long = (piece: string, characters = 400_000): string => piece.repeat(Math.ceil(characters / piece.length));
const env = (line: string): Files => ({ '.env': `${URL_LINE}${CREDENTIALS}${line}\n` });

const projects: readonly (readonly [name: string, files: Files])[] = [
  ['a secret with a gap in it', env(`SCALEKIT_CLIENT_SECRET="a${long(' ')}b"`)],
  ['a secret with commas in it', env(`SCALEKIT_CLIENT_SECRET="a${long(',')}b"`)],
  ['a client id with quotes in it', env(`SCALEKIT_CLIENT_ID=a${long('’')}b`)],
  ['a webhook secret with a gap in it', env(`SCALEKIT_WEBHOOK_SECRET="whsec_${long(' ')}b"`)],
  ['a URL with slashes without end', env(`SCALEKIT_ENVIRONMENT_URL=http://127.0.0.1:9${long('/')}x`)],
  [
    'a redirect URI with placeholders that are never closed',
    env(`SCALEKIT_REDIRECT_URI="http://a/${long('<')}${long(' {{')}%${long('A%${')}"`),
  ],
  ['a placeholder that goes on and on', env(`SCALEKIT_CLIENT_SECRET=put${long('-in')}\u0001`)],
  ['an unclosed quote over a megabyte', env(`X="${long('\\"', 1_000_000)}`)],
  ['20,000 variables', env(long('SCALEKIT_A_B=1\n'))],
  ['a tsconfig of comments that never end', { 'tsconfig.json': `{${long('/*')}`, 'src/a.ts': `${SDK}import x from '@/y';\n` }],
  ['a tsconfig of texts that never end', { 'tsconfig.json': `{"${long('\\\\/*')}`, 'src/a.ts': `${SDK}import x from '@/y';\n` }],
  ['a tsconfig of commas', { 'tsconfig.json': `{"a":1${long(',')}${long(' ')}`, 'src/a.ts': `${SDK}import x from '@/y';\n` }],
  ['a directive behind comments', { 'src/a.tsx': `/*${long('*///u')}\n${SDK}` }],
  ['lines that are empty', { 'src/a.tsx': `${long('\n')}${SDK}export const a = new Scalekit();` }],
  ['brackets in brackets', { 'src/a.js': `${SDK}const x = ${'['.repeat(3_000)}${']'.repeat(3_000)};` }],
  ['a sum of 5,000 parts', { 'src/a.js': `${SDK}const y = ${long("'a' + ", 30_000)}1; new Scalekit(y);` }],
  [
    'names that lead in a circle',
    {
      'src/a.js': `${SDK}import { b } from './b.js'; export const a = b; new Scalekit(a);`,
      'src/b.js': "import { a } from './a.js'; export const b = a;",
    },
  ],
  [
    'a NestJS app with a gap in it',
    { 'src/main.ts': `${SDK}const app = NestFactory.create${long('\t')}x;\nNestFactory.create${long('<')}` },
  ],
  [
    'comments of Python and Go',
    {
      'main.py': `import scalekit\n${long('/*\n')}${long('\t#"')}\n${long('"""\nx')}`,
      'main.go': `package main\n${long('/*\n')}`,
      'requirements.txt': 'scalekit-sdk-python\n',
    },
  ],
  [
    'deployment files',
    { 'docker-compose.yml': `SCALEKIT_A${long(' ')}y\n${long('SCALEKIT_X ')}`, Dockerfile: long('ENV SCALEKIT_A=') },
  ],
  [
    'manifests',
    {
      'requirements.txt': `scalekit${long(' ')}x`,
      'pyproject.toml': `[project]\ndependencies = [${long('"')}`,
      'go.mod': `require (${long('\t')}`,
      'pom.xml': long('<dependency>'),
    },
  ],
  [
    'lock files',
    {
      'package-lock.json': `{"packages":{${long('"@scalekit-sdk/node"')}`,
      'pnpm-lock.yaml': `${long('  @scalekit-sdk/node@')}${long(' ')}`,
    },
  ],
  ['a .gitignore of stars', { '.gitignore': `${long('*', 50_000)}\n${long('**/', 50_000)}a\n${long('[', 50_000)}` }],
  [
    'scripts',
    {
      'package.json': `{"dependencies":{"@scalekit-sdk/node":"2"},"scripts":{"start":"${long('&&')}","dev":"node${long(' ')}x"}}`,
    },
  ],
];

describe('a project with', () => {
  it.each(projects)('%s is looked through', async (_name, files) => {
    const folder = temporaryFolder();
    const all: Files = { 'package.json': '{"dependencies":{"@scalekit-sdk/node":"2.11.0"}}', ...env(''), ...files };
    for (const [path, text] of Object.entries(all)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { code, stdout, stderr } = await run(['check', '--json', '--offline'], { cwd: folder });
    expect([0, 1]).toContain(code);
    const { probes } = JSON.parse(stdout) as { probes: { id: string; status: string; reason?: string }[] };
    expect(probes.filter(({ status }) => status === 'crashed')).toEqual([]);
    // Nor was anything given up for want of time.
    expect(probes.filter(({ reason = '' }) => /The run ended|gave no answer within/.test(reason)).map(({ id }) => id)).toEqual(
      [],
    );
    expect(stderr).not.toMatch(STACK_TRACE);
  });
});

describe('a text that is pasted or redacted', () => {
  const texts: readonly (readonly [name: string, text: string])[] = [
    ['a token broken over lines of bars', `password: "${'==|====='}${'\n|=\r'.repeat(400)}\n'x"`],
    ['code of empty lines', `scalekit.connections.list(a)\n${long('\n', 150_000)}x`],
    ['code of underscores', `scalekit.connections.list(a) ${long('_', 150_000)}`],
    ['brackets with gaps', `scalekit.connections.list(a)${long(' ', 150_000)}x`],
    ['XML that never ends', `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol">${long('<a ')}`],
  ];
  it.each(texts)('%s', async (_name, input) => {
    expect((await run(['explain', '-'], { input })).code).toBe(0);
    expect((await run(['redact'], { input })).code).toBe(0);
  });
});
