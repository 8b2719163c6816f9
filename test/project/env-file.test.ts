/** Entries of env files: places, oddities, stray lines, and secrets handed over at once. */
import { describe, expect, it } from 'vitest';
import { entryFor, parseEnvFile } from '../../src/project/env-file.ts';
import { isEnvFileName, isPlaceholder, isSecretName, isTemplateName } from '../../src/project/env-names.ts';
import { sourceFromText } from '../../src/project/source-file.ts';

function parsed(text: string) {
  const learned: string[] = [];
  return { file: parseEnvFile(sourceFromText('app/.env', text), (value) => learned.push(value)), learned };
}

function issuesOf(text: string): string[] {
  return entryFor(parsed(text).file, 'A')?.issues.map(({ kind }) => kind) ?? ['no entry'];
}

describe('entries', () => {
  it('say where name and value stand, in the text and for people', () => {
    const text = '\uFEFF# c\r\nexport  NAME = "a b" # x\r\n';
    const [entry] = parsed(text).file.entries;
    expect(entry).toMatchObject({
      name: 'NAME',
      value: 'a b',
      raw: '"a b"',
      quote: '"',
      exported: true,
      line: 2,
      location: { file: 'app/.env', line: 2, column: 9 },
    });
    expect(text.slice(entry?.range.start, entry?.range.end)).toBe('export  NAME = "a b"');
  });

  it.each([
    ['A=1\n', []],
    ['A="1"\n', []],
    ["A='$x'\n", []],
    ['A=\n', []],
    ['A=1 # c\n', []],
    ['A=https://a.b/c?d\n', []],
    ['A="1\n', ['unclosed-quote']],
    ['A="1" 2\n', ['text-after-quote']],
    ['A="\'1\'"\n', ['quotes-in-value']],
    ['A=“1”\n', ['quotes-in-value']],
    ['A=1"\n', ['quotes-in-value']],
    ['A=" 1"\n', ['outer-space']],
    ['A="1\\n"\n', ['outer-space']],
    ['A="1\n2"\n', ['line-break']],
    ['A="1\nB=2\nC="\n', ['line-break', 'swallows-lines']],
    ['A=1#2\n', ['cut-at-hash']],
    ['A: 1\n', ['colon']],
    ['A = 1\n', ['space-around-equals']],
    ['A =1\n', ['space-around-equals']],
    ['A=\n"1"\n', ['value-on-next-line']],
    ['A=$B\n', ['variable-reference']],
    ['A="${B}"\n', ['variable-reference']],
    ['A=\\$B\n', []],
    ['A=1\u200B2\n', ['invisible-character']],
  ] as const)('of %j have the oddities %j', (text, expected) => {
    expect(issuesOf(text)).toEqual(expected);
  });

  it('that are set again to another value say where', () => {
    const { file } = parsed('A=1\nB=1\nA=2\nB=1\n');
    expect(file.entries.map(({ issues }) => issues.map(({ kind }) => kind))).toEqual([['overridden'], [], [], []]);
    expect(file.entries[0]?.issues[0]?.message).toBe('A is set again on line 3; that one counts.');
    expect(entryFor(file, 'A')?.value).toBe('2');
  });

  it('never carry a value in a sentence', () => {
    const { file } = parsed('A="s3cret1" x\nB=s3cret2#x\nC="s3cret3\nA=s3cret4\n');
    const sentences = file.entries.flatMap(({ issues }) => issues.map(({ message }) => message)).join(' ');
    expect(sentences).not.toMatch(/s3cret/);
    expect(sentences.length).toBeGreaterThan(50);
  });

  it('leave lines that nothing understands to be named', () => {
    const { file } = parsed('A=1\n  junk here\n# c\n\n=x\nB=2 # y\nexport C\n');
    expect(file.strayLines).toEqual([
      { file: 'app/.env', line: 2, column: 3 },
      { file: 'app/.env', line: 5, column: 1 },
      { file: 'app/.env', line: 7, column: 1 },
    ]);
  });
});

describe('secrets', () => {
  it('are handed over while the file is read, by name, inside URLs and by their own look', () => {
    const { learned } = parsed(
      [
        'SCALEKIT_CLIENT_SECRET=" abc def "',
        'SCALEKIT_CLIENT_ID=skc_123',
        'DATABASE_URL=postgres://me:hunter22@db/x',
        'ODD=test_0123456789abcdefABCDEF',
        'HOOK=whsec_0123456789abcdef==',
        'API_KEY=',
        'TOKEN_TTL=3600',
        'SESSION_SECRET=<secret>',
        'JWT_SECRET="line\\none"',
      ].join('\n'),
    );
    for (const secret of ['abc def', 'hunter22', 'test_0123456789abcdefABCDEF', 'whsec_0123456789abcdef==', 'line\none']) {
      expect(learned).toContain(secret);
    }
    expect(learned.filter((value) => /^(skc_123|3600|<secret>|)$/.test(value))).toEqual([]);
  });

  it.each([
    ['SCALEKIT_CLIENT_SECRET', true],
    ['clientSecret', true],
    ['API_KEY', true],
    ['STRIPE_SECRET_KEY', true],
    ['GITHUB_TOKEN', true],
    ['DB_PASSWORD', true],
    ['SCALEKIT_WEBHOOK_SECRET', true],
    ['COOKIE_SECRETS', true],
    ['AWS_SECRET_ACCESS_KEY', true],
    ['SCALEKIT_CLIENT_ID', false],
    ['SCALEKIT_ENVIRONMENT_URL', false],
    ['TOKEN_EXPIRY', false],
    ['TOKEN_URL', false],
    ['KEYBOARD', false],
    ['NEXT_PUBLIC_API_KEY', false],
    ['MONKEY', false],
  ])('the name %s: %s', (name, expected) => {
    expect(isSecretName(name)).toBe(expected);
  });
});

describe('a hostile file', () => {
  it('is read in time that grows with its length', () => {
    const size = 400_000;
    const values = [
      'x',
      '“',
      '\n',
      '\n ',
      ' ',
      '\\$',
      '$',
      'a://b:',
      'a-',
      'your-the-',
      '<',
      '-----',
      'sk_',
      '\u200B',
      'A=',
      '\nA ',
      "'",
    ];
    const started = performance.now();
    for (const value of values) {
      const long = value.repeat(size / value.length);
      for (const text of [`A_SECRET=${long}`, `A_SECRET="${long}!"`, `A_SECRET="${long}`, long]) parsed(text);
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('names and stand-ins', () => {
  it.each(['.env', '.env.local', '.env.production.local', '.env-staging', 'dev.env', '.dev.vars'])(
    '%s is an env file',
    (name) => {
      expect([isEnvFileName(name), isTemplateName(name)]).toEqual([true, false]);
    },
  );

  it.each(['.env.example', '.env.sample', '.env.template', '.env.local.example', '.env-example', '.env.dist', 'example.env'])(
    '%s is a template',
    (name) => {
      expect([isEnvFileName(name), isTemplateName(name)]).toEqual([true, true]);
    },
  );

  it.each(['env.ts', '.envrc', 'environment', '.environment', 'a.env.js'])('%s is neither', (name) => {
    expect(isEnvFileName(name)).toBe(false);
  });

  it.each([
    ...[
      '<your-client-id>',
      'your-client-secret',
      'YOUR_CLIENT_ID',
      'your client id',
      'changeme',
      '${SECRET}',
      'xxxx',
      '...',
      'skc_xxxx',
      'TODO',
    ],
    ...[
      'https://your-env.scalekit.com',
      'https://<env>.scalekit.com',
      'replace-me',
      'my-client-secret',
      '{{SECRET}}',
      '[client id]',
    ],
  ])('%j stands in for a value', (value) => {
    expect(isPlaceholder(value)).toBe(true);
  });

  it.each([
    'skc_12345',
    'https://acme.scalekit.com',
    'https://my-app.scalekit.dev',
    'test_AbCd1234',
    'http://localhost:3000/callback',
    '',
    '1',
  ])('%j is a value', (value) => {
    expect(isPlaceholder(value)).toBe(false);
  });
});
