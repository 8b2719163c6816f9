/** The command line as Commander knows it: commands, flags and the help text. It decides nothing: what was typed goes out as words and flags. */
import { Command, Option } from 'commander';
import type { CommandName } from '../commands/options.ts';
import { VERSION } from '../version.ts';

/** What was typed, before anyone has looked whether it makes sense. */
export interface Typed {
  readonly command: CommandName;
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, unknown>>;
}

interface CommandHelp {
  readonly name: Exclude<CommandName, 'wizard'>;
  readonly arguments?: string;
  readonly description: string;
  readonly options?: readonly Option[];
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

const COMMANDS: readonly CommandHelp[] = [
  {
    name: 'check',
    arguments: '[-]',
    description: 'look at everything that applies, without questions; - takes what is piped in (a SAML response, a log …) along',
    options: [new Option('--strict', 'exit 1 for warnings, too')],
  },
  {
    name: 'explain',
    arguments: 'TEXT|-',
    description: 'recognise and explain an error text, a URL, a token, a log … offline; - reads standard input',
  },
  {
    name: 'fix',
    description: 'show the patch for what is wrong, or apply it',
    options: [
      new Option('--dry-run', 'print the patch, change nothing (the default)'),
      new Option('--apply', 'write the patch; without a terminal only with --yes'),
      new Option('--only <PROBLEM>', 'only what belongs to this problem, for example redirect-uri-mismatch'),
    ],
  },
  {
    name: 'undo',
    arguments: '[ID]',
    description: 'take the last applied patch back, or the one with this id; a change in Scalekit only by its id or with --all',
    options: [
      new Option('--list', 'list what was applied, with ids, change nothing'),
      new Option('--all', 'take everything back, the newest first'),
    ],
  },
  {
    name: 'bundle',
    arguments: '[TEXT|-]',
    description: 'write the support bundle, redacted, or read one back; TEXT, or what is piped in with -, goes along',
    options: [
      new Option('--output <FILE>', 'where to write it'),
      new Option('--inspect <FILE>', 'show what is in this bundle'),
      new Option('--force', 'write over an existing file'),
    ],
  },
  {
    name: 'redact',
    arguments: '[FILE|-]',
    description: 'take the secrets out of a file or standard input, to standard output',
  },
  {
    name: 'sandbox',
    description: 'serve an environment like Scalekit’s on this machine; prints one JSON line',
    options: [
      new Option('--port <N>', 'the port to listen on (default: any free one)'),
      new Option('--state <FILE>', 'start from this state (JSON)'),
      new Option('--fault <FINDING>', 'break this, for example redirect-uri-mismatch/not-registered; repeatable').argParser(
        collect,
      ),
    ],
  },
  {
    name: 'rehearse',
    arguments: '[-- COMMAND…]',
    description: 'start the app against the sandbox, log in, and watch what it does with right and wrong answers; asks first',
    options: [
      new Option('--attach', 'start nothing: print the variables, and watch the app that you start with them'),
      new Option('--login <PATH>', 'where a login starts'),
      new Option('--webhook <PATH>', 'where webhooks are received'),
      new Option('--page <PATH>', 'a page that needs a login'),
      new Option('--act <ID>', 'play only this act, and the login that it leans on; repeatable').argParser(collect),
    ],
  },
  { name: 'demo', description: 'a broken sample app and the sandbox: watch everything being found, fixed and proved' },
];

export const COMMAND_NAMES: readonly string[] = COMMANDS.map((command) => command.name);

const COMMON: readonly Option[] = [
  new Option('--cwd <DIR>', 'the project folder (default: this one)'),
  new Option('--dotenv <FILE>', 'read this env file; repeatable').argParser(collect),
  new Option('--environment-url <URL>', 'the Scalekit environment'),
  new Option('--json', 'one JSON document on standard output'),
  new Option('--plain', 'line by line, for screen readers and simple terminals'),
  new Option('--yes', 'apply file edits, or start the app, without asking'),
  new Option('--allow-remote', 'allow changes in Scalekit too'),
  new Option('--offline', 'open no connection'),
  new Option('--timeout <SECONDS>', 'bound for the whole run, 1 to 600 (default: 12; of rehearse: 180)'),
  new Option('--no-color', 'no colours'),
  new Option('--verbose', 'more detail'),
];

const AFTER_HELP = `
Secrets come from env files or the environment, never from flags.
After -- everything is text: scalekit-fix -- check

Exit codes:
  0    healthy, fixed, or the job is done; warnings alone are told
  1    something is wrong and still there, or something pasted is not explained
  2    wrong usage
  3    could not run: nothing could be reached, or nothing here concerns Scalekit
  130  interrupted`;

/** The program; `onTyped` is called once by `parse` unless help or version was asked for, which Commander prints by itself. */
export function createProgram(onTyped: (typed: Typed) => void): Command {
  const program = new Command('scalekit-fix');
  prepare(program)
    .description('Finds, proves and fixes what is wrong with your Scalekit authentication.')
    .usage('[TEXT] [options]\n       scalekit-fix COMMAND [options]')
    .argument('[TEXT...]', 'what you see: an error code, a message, a URL, a token, a log; without a command the wizard opens')
    .version(VERSION, '-V, --version', 'print the version')
    .helpCommand(false)
    .addHelpText('after', AFTER_HELP)
    .action((words: string[]) => onTyped({ command: 'wizard', words, flags: program.opts() }));
  for (const option of COMMON) program.addOption(option);
  for (const help of COMMANDS) {
    const command = prepare(program.command(help.name)).description(help.description);
    command.usage([help.arguments, '[options]'].filter(Boolean).join(' '));
    for (const option of help.options ?? []) command.addOption(option);
    command.action(() => onTyped({ command: help.name, words: command.args, flags: command.optsWithGlobals() }));
  }
  return program;
}

/** The help text of the program or of one command: `scripts/build.mjs` puts it where the launcher prints it from. */
export function helpText(name?: string): string {
  const program = createProgram(() => {});
  const command = program.commands.find((candidate) => candidate.name() === name) ?? program;
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  return text;
}

/** Flag → the commands that take it, for those that not every command takes. */
export function ownersOfFlag(flag: string): readonly string[] {
  return COMMANDS.filter((command) => command.options?.some((option) => option.long === flag)).map((command) => command.name);
}

export function knownFlags(): readonly string[] {
  const flags = [...COMMON, ...COMMANDS.flatMap((command) => command.options ?? [])].map((option) => option.long ?? '');
  return ['--help', '--version', ...flags];
}

/** The same width everywhere: the text is made at build time and must not differ from the one printed here. */
function prepare(command: Command): Command {
  return command
    .exitOverride()
    .allowExcessArguments(true)
    .helpOption('-h, --help', 'print this')
    .configureHelp({
      helpWidth: 100,
      showGlobalOptions: true,
      subcommandTerm: (sub) => `${sub.name()} ${sub.usage()}`.replace(' [options]', ''),
    })
    .configureOutput({ writeErr: () => {}, getOutHasColors: () => false });
}
