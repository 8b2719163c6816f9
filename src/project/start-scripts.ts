/** What the scripts of package.json do with env files before they start the app. Pure. */
import type { PackageJson } from './manifests.ts';

export interface StartScript {
  readonly name: string;
  readonly command: string;
  readonly manifest: string;
  /** Folder that paths in the command count from. */
  readonly folder: string;
  /** Env files that the command itself loads, as written: `node --env-file=.env`, `dotenv -e .env.local --`. */
  readonly envFiles: readonly string[];
  /** It loads `.env` without naming it: `node -r dotenv/config`, `dotenv -- node …`. */
  readonly loadsDefaultEnvFile: boolean;
  /** Variables set in the command itself: names only, a value might be a secret. */
  readonly sets: readonly string[];
}

const LONGEST_COMMAND = 2_000;
const STARTERS = /^(start|dev|serve|develop|preview|server)(:[\w:-]+)?$/;

export function startScripts(manifest: PackageJson): StartScript[] {
  return [...manifest.scripts]
    .filter(([name]) => STARTERS.test(name))
    .map(([name, command]) => ({
      name,
      manifest: manifest.path,
      folder: manifest.folder,
      ...readStartCommand(command.slice(0, LONGEST_COMMAND)),
    }));
}

export function readStartCommand(command: string): Omit<StartScript, 'name' | 'manifest' | 'folder'> {
  const envFiles = [
    ...matches(command, /(?:^|\s)--env-file(?:-if-exists)?(?:=|\s+)(["']?)([^\s"']+)\1/g),
    ...matches(command, /\bdotenv(?:x|-cli)?\s+(?:run\s+)?(?:-\w\s+)*?(?:-[ef]|--env-file)(?:=|\s+)(["']?)([^\s"']+)\1/g),
    ...matches(command, /\benv-cmd\s+(?:-\w+\s+)*?(?:-f|--file)\s+(["']?)([^\s"']+)\1/g),
    ...matches(command, /(?:^|\s)DOTENV_(?:CONFIG_)?(PATH)=(\S+)/g),
    ...matches(command, /(?:^|\s)(dotenv_config_path)=(\S+)/g),
  ];
  const loader =
    /(?:-r|--require|--import)(?:=|\s+)["']?dotenv\/config/.test(command) ||
    /\bdotenv(?:x|-cli)?\s+(?:run\s+)?(?:--\s|-- )/.test(command) ||
    /\benv-cmd\s+(?!.*(?:-f|--file)\s)/.test(command);
  return {
    command,
    envFiles,
    loadsDefaultEnvFile: loader && envFiles.length === 0,
    sets: [...command.matchAll(/(?:^|[\s;&])([A-Z_][A-Z\d_]*)=(?!=)/g)].flatMap(([, name]) => name ?? []),
  };
}

function matches(command: string, expression: RegExp): string[] {
  return [...command.matchAll(expression)].flatMap(([, , file]) => file ?? []);
}
