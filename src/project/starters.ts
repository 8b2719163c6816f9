/** Files beside package.json that start the app (Procfile, Docker, Compose, systemd, PM2, Make, shell, editors): what they run, and whether they hand it an env file. */
import path from 'node:path';
import type { Project } from './files.ts';
import { folderOf } from './manifests.ts';
import { readStartCommand, type StartCommand } from './start-scripts.ts';

export interface Starter {
  readonly file: string;
  readonly commands: readonly StartCommand[];
  /** It surely hands the app an env file: `env_file:`, `EnvironmentFile=`, `source .env`, `envFile`. */
  readonly handsOver: boolean;
  /** It speaks of an env file in a way that is not known. */
  readonly mentions: boolean;
}

const MOST = 40;
const starters =
  /(?:^|\/)(?:(?:docker-)?compose[\w.-]*\.ya?ml|Dockerfile[\w.-]*|[\w.-]+\.Dockerfile|Procfile[\w.-]*|GNUmakefile|[Mm]akefile|[Jj]ustfile|Taskfile\.ya?ml|\.envrc|\.?mise\.toml|[\w.-]+\.(?:sh|service)|ecosystem\.config\.[cm]?js|(?:pm2|process)\.(?:json|ya?ml|config\.[cm]?js)|\.vscode\/launch\.json|devbox\.json|flake\.nix|\.npmrc|nodemon\.json|\.lando\.yml|fly\.toml|render\.ya?ml|app\.ya?ml)$/;

export async function readStarters(project: Project): Promise<readonly Starter[]> {
  const files = (await project.list()).filter((file) => starters.test(file)).slice(0, MOST);
  return files.flatMap((file): Starter[] => {
    const source = project.read(file);
    return source.kind === 'source' ? [readStarter(file, source.text)] : [];
  });
}

const hands: readonly (readonly [file: RegExp, handing: RegExp])[] = [
  [/compose[\w.-]*\.ya?ml$/, /^[^#\n]*\benv_file\s*:/m],
  // Compose puts the values of `.env` in here by itself.
  [/compose[\w.-]*\.ya?ml$/, /^[^#\n]*\$\{SCALEKIT_\w+/m],
  [/\.service$/, /^\s*EnvironmentFile\s*=/m],
  [/\.envrc$/, /^\s*(?:dotenv(?:_if_exists)?|source_env\w*)\b/m],
  [/mise\.toml$/, /^[^#\n]*(?:_\.file|env_file)\s*=/m],
  [/(?:ecosystem|process|pm2)[\w.]*\.(?:[cm]?js|json|ya?ml)$/, /\benv_file\b|--env-file|dotenv\/config/],
  [/launch\.json$/, /"envFile"\s*:/],
  [/[Mm]akefile$/, /^\s*-?include\s+[^\n]*\.env|^\s*set\s+-a|dotenv|--env-file/m],
  [/[Jj]ustfile$/, /^\s*set\s+dotenv-(?:load|filename|path)/m],
  [/Taskfile\.ya?ml$/, /^\s*dotenv\s*:/m],
  [/devbox\.json$/, /"env_from"\s*:/],
  [/\.npmrc$|nodemon\.json$/, /--env-file|dotenv\/config/],
];

export function readStarter(file: string, text: string): Starter {
  const folder = folderOf(file);
  const lines = commandsIn(path.posix.basename(file), text);
  const commands = lines.map((line) => readStartCommand(line.slice(0, 2_000), folder));
  const handsOver =
    hands.some(([of, handing]) => of.test(file) && handing.test(text)) ||
    commands.some(({ envFiles, loadsDefaultEnvFile }) => envFiles.length > 0 || loadsDefaultEnvFile);
  return { file, commands, handsOver, mentions: /(?<![\w.])\.env\b|env_file|SCALEKIT_/.test(text) };
}

function commandsIn(name: string, text: string): string[] {
  const uncommented = text.split('\n').filter((line) => !/^\s*(?:#|\/\/)/.test(line));
  if (/^Procfile/.test(name)) return uncommented.map((line) => line.replace(/^\s*[\w-]+:\s*/, ''));
  if (/Dockerfile/i.test(name))
    return uncommented.flatMap((line) => {
      const found = /^\s*(?:CMD|ENTRYPOINT)\s+(.*)$/i.exec(line)?.[1];
      return found === undefined ? [] : [found.replace(/[[\]",]/g, ' ')];
    });
  if (/\.service$/.test(name))
    return uncommented.flatMap((line) => /^\s*ExecStart\w*\s*=\s*(?:\S*\/)?(node\b.*|.*)$/.exec(line)?.[1] ?? []);
  if (/^(?:ecosystem|process|pm2)\b/.test(name))
    return [...text.matchAll(/["']?\bscript["']?\s*:\s*["']([^"'\n]{1,200})["']/g)].map((found) => `node ${found[1]}`);
  if (/compose/.test(name))
    return [...text.matchAll(/^\s*command\s*:\s*(.*)$/gm)].map((found) => (found[1] ?? '').replace(/[[\]",]/g, ' '));
  return /^(?:[Mm]akefile|GNUmakefile|[Jj]ustfile)$|\.sh$/.test(name) ? uncommented : [];
}
