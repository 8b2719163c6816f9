/** What the commands that start the app do with env files, and which file they run: scripts of package.json with the scripts they call. Pure. */
import type { PackageJson } from './manifests.ts';

export interface StartCommand {
  /** The command as written. */
  readonly command: string;
  /** Folder that paths in the command count from. */
  readonly folder: string;
  /** Env files that the command itself loads, as written: `node --env-file=.env`, `dotenv -e .env.local --`. */
  readonly envFiles: readonly string[];
  /** It loads `.env` without naming it: `node -r dotenv/config`, `dotenv -- node …`, Bun. */
  readonly loadsDefaultEnvFile: boolean;
  /** Files that it runs or loads first, as written: `src/server.js`, `./instrument.mjs`; `.` is the package's main file. */
  readonly runs: readonly string[];
  /** Variables set in the command itself: names only, a value might be a secret. */
  readonly sets: readonly string[];
}

export interface StartScript extends StartCommand {
  readonly name: string;
  readonly manifest: string;
}

const LONGEST_COMMAND = 2_000;
const STARTERS =
  /^(?:start|dev|serve|develop|development|preview|server|watch|prod|production|run|web|api|app|up|local)(?:[:.-][\w:.-]+)?$/;
const MOST_CALLED = 6;

export function startScripts(manifest: PackageJson): StartScript[] {
  return [...manifest.scripts]
    .filter(([name]) => STARTERS.test(name))
    .map(([name, command]) => {
      const called = withCalled(command.slice(0, LONGEST_COMMAND), manifest.scripts, new Set([name]));
      return {
        ...readStartCommand(called, manifest.folder),
        name,
        manifest: manifest.path,
        command: command.slice(0, LONGEST_COMMAND),
      };
    });
}

/** With the commands of the scripts that it calls: `dotenv -- npm run serve`, `run-p dev:*`, `concurrently "npm:api"`. */
function withCalled(command: string, scripts: ReadonlyMap<string, string>, seen: Set<string>): string {
  const names = [...command.matchAll(/\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+|run-script\s+)?([\w:.-]+)|\bnpm:([\w:.-]+\*?)/g)].map(
    (found) => found[1] ?? found[2] ?? '',
  );
  const lists = [...command.matchAll(/\b(?:run-[sp]|npm-run-all2?|wireit)\b([^;&|]*)/g)].flatMap(
    (found) => (found[1] ?? '').match(/[\w:.-]+\*?/g) ?? [],
  );
  const wanted = [...scripts.keys()].filter((script) =>
    [...names, ...lists].some((name) => (name.endsWith('*') ? script.startsWith(name.slice(0, -1)) : script === name)),
  );
  const inner = wanted.flatMap((name) => {
    if (seen.has(name) || seen.size > MOST_CALLED) return [];
    seen.add(name);
    return [withCalled(scripts.get(name) ?? '', scripts, seen)];
  });
  return [command, ...inner].join(' ; ').slice(0, LONGEST_COMMAND * 2);
}

export function readStartCommand(command: string, folder = ''): StartCommand {
  const envFiles = [
    ...matches(command, /(?:^|[\s"'=])--env-file(?:-if-exists)?(?:=|\s+)(["']?)([^\s"']+)\1/g),
    ...matches(command, /\bdotenv(?:x|-cli)?\s+(?:run\s+)?(?:-\w\s+)*?(?:-[ef]|--env-file)(?:=|\s+)(["']?)([^\s"']+)\1/g),
    ...matches(command, /\benv-cmd\s+(?:-\w+\s+)*?(?:-f|--file)\s+(["']?)([^\s"']+)\1/g),
    ...matches(command, /(?:^|\s)DOTENV_(?:CONFIG_)?(PATH)=(\S+)/g),
    ...matches(command, /(?:^|\s)(dotenv_config_path)=(\S+)/g),
    // `set -a; . ./.env`, `source .env &&`, `export $(cat .env | xargs)`.
    ...matches(command, /(?:^|[\s;&])(\.|source)\s+((?:\.\/)?[\w./-]*\.env[\w.-]*)/g),
    ...matches(command, /\bexport\s+[$`(]+\s?(cat|grep|xargs)\b[^;&]{0,60}?((?:\.\/)?[\w./-]*\.env[\w.-]*)/g),
  ];
  const loader =
    /(?:-r|--require|--import)(?:=|\s+)["']?(?:dotenv(?:-flow|-safe|-expand)?|@dotenvx\/dotenvx)\/config/.test(command) ||
    /\bdotenv(?:x|-cli|-flow)?\s+(?:run\s+)?(?:-c\s+\w+\s+|-o\s+)*(?:--\s|-- )/.test(command) ||
    /\bdotenvx\s+run\b/.test(command) ||
    /\benv-cmd\s+(?!.*(?:-f|--file)\s)/.test(command) ||
    /(?:^|[\s;&"'])bunx?\s+(?!install\b|add\b|test\b)/.test(command);
  return {
    command,
    folder,
    envFiles,
    loadsDefaultEnvFile: loader && envFiles.length === 0,
    runs: filesRun(command),
    sets: [...command.matchAll(/(?:^|[\s;&])([A-Z_][A-Z\d_]*)=(?!=)/g)].flatMap(([, name]) => name ?? []),
  };
}

const runners =
  /(?:^|[\s;&|"'])(?:node|nodemon|tsx|ts-node(?:-dev|-esm)?|tsnd|bun|deno|babel-node|esno|jiti|vite-node|swc-node|pm2|pm2-runtime|fastify|nest|electron|functions-framework|supervisor|forever)(?=\s|$)([^;&|]*)/g;

function filesRun(command: string): string[] {
  const preloaded = [...command.matchAll(/(?:-r|--require|--import|--loader)(?:=|\s+)["']?(\.{1,2}\/[^\s"']+)/g)].flatMap(
    ([, file]) => file ?? [],
  );
  const run = [...command.matchAll(runners)].flatMap(([whole, rest]) => {
    if (/\bnest\b/.test(whole)) return ['src/main.ts'];
    const words = (rest ?? '')
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => word.replace(/^["']|["']$/g, ''));
    const file =
      words.find((word) => /\.[cm]?[jt]sx?$/.test(word) && !word.startsWith('-') && !/\.config\./.test(word)) ??
      words.find(
        (word) => /^\.{0,2}\/?[\w./-]+$/.test(word) && /[/.]/.test(word) && !word.startsWith('-') && !/\.env|json$/.test(word),
      );
    return file === undefined ? (/\b(?:nodemon|supervisor)\b/.test(whole) ? ['.'] : []) : [file];
  });
  return [...new Set([...preloaded, ...run])];
}

function matches(command: string, expression: RegExp): string[] {
  return [...command.matchAll(expression)].flatMap(([, , file]) => file ?? []);
}
