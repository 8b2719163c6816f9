/** Arguments, standard input and terminal → the command that runs and what it is given. */
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { resolveCommand } from '../../src/cli/resolve.ts';
import { readTyped } from '../../src/cli/typed.ts';
import { type CommandIo, MAX_TEXT_BYTES, type Terminal } from '../../src/commands/options.ts';
import { UsageError } from '../../src/commands/usage-error.ts';

const HERE = import.meta.dirname;

interface Scene {
  /** What is piped in; without it standard input is a terminal. */
  readonly piped?: string | Readable;
  readonly stdoutIsTerminal?: boolean;
  /** Whether there is a device to read keys from. */
  readonly device?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

function scene({ piped, stdoutIsTerminal = true, device = true, env = {} }: Scene): CommandIo & { readonly said: () => string } {
  const stderr = new PassThrough();
  const terminal = { keys: process.stdin, screen: process.stdout } satisfies Terminal;
  return {
    stdin: piped instanceof Readable ? piped : Readable.from(piped === undefined ? [] : [Buffer.from(piped)]),
    stdout: new PassThrough(),
    stderr,
    env,
    isTerminal: { stdin: piped === undefined, stdout: stdoutIsTerminal, stderr: true },
    terminal: () => (stdoutIsTerminal && device ? terminal : undefined),
    signal: new AbortController().signal,
    said: () => String(stderr.read() ?? ''),
  };
}

async function resolve(argv: readonly string[], given: Scene = {}) {
  const reading = readTyped(argv);
  if (reading.kind === 'print') throw new Error('it printed help');
  return resolveCommand(reading.typed, scene(given), () => HERE);
}
const optionsOf = async (argv: readonly string[], given: Scene = {}) => (await resolve(argv, given)).options;

describe('the symptom', () => {
  const unattended = { stdoutIsTerminal: false, device: false };
  const table: readonly (readonly [what: string, argv: readonly string[], scene: Scene, expected: object])[] = [
    ['nothing, in a terminal: the wizard asks', [], {}, { command: 'wizard' }],
    ['an argument, in a terminal', ['invalid_client'], {}, { command: 'wizard', symptom: 'invalid_client' }],
    ['several words', ['it', 'says', 'no'], {}, { command: 'wizard', symptom: 'it says no' }],
    ['piped, keys from the device', [], { piped: 'boom\n' }, { command: 'wizard', symptom: 'boom\n' }],
    ['- reads the pipe', ['-'], { piped: 'boom' }, { command: 'wizard', symptom: 'boom' }],
    ['an argument wins over a pipe', ['mine'], { piped: 'boom' }, { command: 'wizard', symptom: 'mine' }],
    ['piped emptiness, in a terminal: the wizard asks', [], { piped: ' \n' }, { command: 'wizard' }],
    ['an argument without a terminal explains', ['boom'], unattended, { command: 'explain', text: 'boom' }],
    ['piped without a device explains', [], { ...unattended, piped: 'boom' }, { command: 'explain', text: 'boom' }],
    ['piped, output not to a terminal', [], { stdoutIsTerminal: false, piped: 'boom' }, { command: 'explain', text: 'boom' }],
    ['with --json no wizard is drawn', ['boom', '--json'], {}, { command: 'explain', text: 'boom', json: true }],
    ['explain reads standard input', ['explain', '-'], { piped: 'boom' }, { command: 'explain', text: 'boom' }],
    [
      'check reads standard input where it is told to',
      ['check', '-'],
      { piped: 'boom' },
      { command: 'check', strict: false, text: 'boom' },
    ],
    ['check reads nothing else, whatever stands in the pipe', ['check'], { piped: 'boom' }, { command: 'check', strict: false }],
    [
      'bundle takes what is piped in along',
      ['bundle', '-', '--output', 'b.zip'],
      { piped: 'boom' },
      { command: 'bundle', text: 'boom' },
    ],
    ['after -- a command is text', ['--', 'check'], {}, { command: 'wizard', symptom: 'check' }],
    ['after -- a flag is text', ['explain', '--', '--json'], {}, { command: 'explain', text: '--json', json: false }],
    ['after -- what is almost a command is text', ['--', 'chekc'], {}, { command: 'wizard', symptom: 'chekc' }],
    [
      'a word far from every command is text',
      ['redirect_uri_mismatch'],
      {},
      { command: 'wizard', symptom: 'redirect_uri_mismatch' },
    ],
    ['two words are text, whatever they look like', ['chekc', 'this'], {}, { command: 'wizard', symptom: 'chekc this' }],
    ['a sentence in one word', ['check my login'], {}, { command: 'wizard', symptom: 'check my login' }],
  ];
  it.each(table)('%s', async (_what, argv, given, expected) => {
    const options = await optionsOf(argv, given);
    expect(options).toMatchObject(expected);
    expect(['symptom', 'text'].filter((name) => name in options)).toEqual(['symptom', 'text'].filter((name) => name in expected));
  });

  it('is cut at its limit, with a word about it', async () => {
    const io = scene({ piped: Readable.from(Array.from({ length: 12 }, () => Buffer.alloc(1024 * 1024, 'x'))) });
    const reading = readTyped(['explain', '-']);
    if (reading.kind !== 'typed') throw new Error('it printed help');
    const { options } = await resolveCommand(reading.typed, io, () => HERE);
    expect('text' in options && options.text.length).toBe(MAX_TEXT_BYTES);
    expect(io.said()).toContain('only the beginning');
  });

  it('that never ends is taken as far as it came when the time is over', async () => {
    const endless = new PassThrough();
    endless.write('so far');
    const options = await optionsOf(['explain', '-', '--timeout', '1'], { piped: endless });
    expect(options).toMatchObject({ command: 'explain', text: 'so far' });
  });

  it('is nothing where standard input cannot be read', async () => {
    const broken = new Readable({ read: () => broken.destroy(new Error('EISDIR')) });
    await expect(optionsOf([], { piped: broken, stdoutIsTerminal: false })).rejects.toThrow(/scalekit-fix check.*--help/);
  });
});

describe('common flags', () => {
  it('are understood before and after the command', async () => {
    const flags = [
      '--cwd',
      '..',
      '--json',
      '--plain',
      '--yes',
      '--allow-remote',
      '--offline',
      '--timeout',
      '2.5',
      '--verbose',
      '--no-color',
    ];
    const expected = {
      command: 'check',
      strict: false,
      cwd: `${HERE}`.replace(/\/cli$/, ''),
      dotenv: [],
      json: true,
      plain: true,
      yes: true,
      allowRemote: true,
      offline: true,
      timeoutMs: 2500,
      color: false,
      verbose: true,
    };
    expect(await optionsOf([...flags, 'check'])).toEqual(expected);
    expect(await optionsOf(['check', ...flags])).toEqual(expected);
  });

  it('have their defaults', async () => {
    expect(await optionsOf(['check'], { stdoutIsTerminal: false })).toEqual({
      command: 'check',
      strict: false,
      cwd: HERE,
      dotenv: [],
      json: false,
      plain: false,
      yes: false,
      allowRemote: false,
      offline: false,
      timeoutMs: 12_000,
      color: false,
      verbose: false,
    });
  });

  it('name env files in order, each of them existing', async () => {
    const files = ['resolve.test.ts', '../e2e/terminal.ts'];
    expect(await optionsOf(['check', '--dotenv', files[0] ?? '', '--dotenv', files[1] ?? ''])).toMatchObject({ dotenv: files });
  });

  it('pass an environment URL on as it was given', async () => {
    const environmentUrl = 'https://acme.scalekit.dev/';
    expect(await optionsOf(['check', '--environment-url', environmentUrl])).toMatchObject({ environmentUrl });
  });

  const colours: readonly (readonly [
    env: Readonly<Record<string, string>>,
    argv: readonly string[],
    terminal: boolean,
    color: boolean,
  ])[] = [
    [{}, [], true, true],
    [{}, [], false, false],
    [{ NO_COLOR: '1' }, [], true, false],
    [{ NO_COLOR: '' }, [], true, true],
    [{ TERM: 'dumb' }, [], true, false],
    [{ FORCE_COLOR: '1' }, [], false, true],
    [{ FORCE_COLOR: '0' }, [], true, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, [], false, true],
    [{ FORCE_COLOR: '1' }, ['--no-color'], true, false],
  ];
  it.each(colours)('with %j and %j on a terminal: %s, colours are %s', async (env, argv, stdoutIsTerminal, color) => {
    expect(await optionsOf(['check', ...argv], { env, stdoutIsTerminal })).toMatchObject({ color });
  });

  it.each([{ TERM: 'dumb' }, { INK_SCREEN_READER: 'true' }, { ACCESSIBLE: '1' }])(
    'choose the plain face with %j',
    async (env) => {
      expect(await optionsOf([], { env })).toMatchObject({ command: 'wizard', plain: true });
    },
  );
});

describe('the flags of a command', () => {
  const table: readonly (readonly [argv: readonly string[], expected: object])[] = [
    [['fix'], { command: 'fix', mode: 'dry-run' }],
    [['fix', '--apply', '--only', 'invalid-client'], { command: 'fix', mode: 'apply', only: 'invalid-client' }],
    [['undo', '--list'], { command: 'undo', list: true }],
    [['bundle', '--output', 'x.zip', '--force'], { command: 'bundle', action: 'write', output: 'x.zip', force: true }],
    [['bundle', '--inspect', 'x.zip'], { command: 'bundle', action: 'inspect', file: 'x.zip' }],
    [['bundle', '--output', 'x.zip', 'it', 'says', 'no'], { command: 'bundle', action: 'write', text: 'it says no' }],
    [['redact', 'app.log'], { command: 'redact', file: 'app.log' }],
    [['sandbox'], { command: 'sandbox', faults: [] }],
    [
      ['sandbox', '--port', '0', '--state', 's.json', '--fault', 'a/b', '--fault', 'c/d'],
      { command: 'sandbox', port: 0, state: 's.json', faults: ['a/b', 'c/d'] },
    ],
    [['demo'], { command: 'demo' }],
  ];
  it.each(table)('%j', async (argv, expected) => {
    expect(await optionsOf(argv)).toMatchObject(expected);
  });

  it('- and no file both mean standard input to redact', async () => {
    for (const argv of [['redact'], ['redact', '-']]) expect(await optionsOf(argv)).not.toHaveProperty('file');
  });
});

describe('the header line', () => {
  it.each([
    [[], {}, true],
    [['demo'], {}, true],
    [['demo', '--json'], {}, false],
    [['demo'], { stdoutIsTerminal: false }, false],
    [['check'], {}, false],
    [['boom'], { device: false }, false],
  ] as const)('of %j in %j: %s', async (argv, given, shows) => {
    expect((await resolve(argv, given)).showsWizard).toBe(shows);
  });
});

describe('a secret in a flag', () => {
  it('is refused without being repeated', async () => {
    for (const url of ['https://u:hunter22@x.scalekit.dev', 'u:hunter22@x']) {
      const refused = optionsOf(['check', '--environment-url', url]);
      await expect(refused).rejects.toBeInstanceOf(UsageError);
      await expect(refused).rejects.not.toThrow(/hunter22/);
    }
  });
});
