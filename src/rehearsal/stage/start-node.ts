/** How a Node app is started: which package of a monorepo, which of its scripts, and whether a build comes first. Pure. */
import { inFolder } from '../../project/manifests.ts';
import type { StartChoice } from './facts.ts';
import type { StartFacts } from './start-command.ts';

export interface PackageFacts {
  /** Relative to the project; '' is the project. */
  readonly folder: string;
  readonly name?: string | undefined;
  readonly scripts: ReadonlyMap<string, string>;
  readonly dependencies: ReadonlySet<string>;
  readonly main: string | undefined;
}

const entries = ['server', 'index', 'app', 'main', 'bin/www'].flatMap((name) =>
  ['', 'src/'].flatMap((folder) =>
    ['.js', '.mjs', '.cjs', ...(name === 'bin/www' ? [''] : [])].map((end) => folder + name + end),
  ),
);
const startsSeveral =
  /\bturbo\s+(?:run\s+)?(?:dev|start)|\bnx\s+run-many|\bconcurrently\b|\bnpm-run-all\b|\brun-p\b|\s--workspaces\b|\bpnpm\s+(?:-r|--recursive|--parallel)\b|\blerna\s+run\b|\bwireit\b/;
const clients = [
  '@scalekit-sdk/node',
  'openid-client',
  'express-openid-connect',
  'passport-openidconnect',
  'passport-oauth2',
  'next-auth',
  '@auth/core',
  '@auth/express',
  '@auth/sveltekit',
  'oauth4webapi',
  'arctic',
  'simple-oauth2',
];

export function ofNode(facts: StartFacts): StartChoice | undefined {
  const { packages } = facts;
  const several = severalOf(facts);
  if (several) return several;
  const ranks = new Map(packages.map((one) => [one, rankOf(one, packages)]));
  const order = [...packages].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || a.folder.length - b.folder.length);
  for (const one of order) {
    const choice = byScript(one, facts);
    if (choice) return choice;
    const entry = entryOf(one, facts);
    if (entry !== undefined) return { folder: one.folder, shown: `node ${entry}`, file: 'node', args: [entry] };
  }
  return undefined;
}

export function hasClient({ dependencies }: PackageFacts): boolean {
  return clients.some((name) => dependencies.has(name));
}

/** 0: has the client itself; 1: leans on a package of the project that has it; 2: neither. */
function rankOf(one: PackageFacts, packages: readonly PackageFacts[], depth = 4): number {
  if (hasClient(one)) return 0;
  if (depth === 0) return 2;
  const own = packages.filter(({ name }) => name !== undefined && one.dependencies.has(name));
  return own.some((other) => other !== one && rankOf(other, packages, depth - 1) < 2) ? 1 : 2;
}

/**
 * Where the login comes back to another server than the one with the SDK (a web server in front that hands on), both are needed: the
 * project's own script starts them. Turborepo keeps variables from what it starts unless it is told not to.
 */
function severalOf({ packages, packageManager, redirectPort, ports }: StartFacts): StartChoice | undefined {
  const root = packages.find(({ folder }) => folder === '');
  const script = ['dev', 'start'].find((name) => startsSeveral.test(root?.scripts.get(name) ?? ''));
  if (!root || script === undefined || packages.length < 2 || redirectPort === undefined) return undefined;
  const withClient = packages.filter((one) => one !== root && rankOf(one, packages) < 2 && one.scripts.size > 0);
  const isElsewhere = withClient.every(({ folder }) => {
    const own = ports.get(folder) ?? [];
    return own.length > 0 && !own.includes(redirectPort);
  });
  if (withClient.length === 0 || !isElsewhere) return undefined;
  const loose = /\bturbo\b/.test(root.scripts.get(script) ?? '') ? ['--', '--env-mode=loose'] : [];
  return { ...choiceOf('', managerOf(packageManager), script, loose), several: true };
}

function managerOf(packageManager: string | undefined): string {
  return packageManager === 'pnpm' || packageManager === 'yarn' || packageManager === 'bun' ? packageManager : 'npm';
}

function choiceOf(folder: string, manager: string, script: string, more: readonly string[] = []): StartChoice {
  const args = [...(script === 'start' && manager !== 'bun' ? ['start'] : ['run', script]), ...more];
  return { folder, shown: `${manager} ${args.join(' ')}`, file: manager, args };
}

/** `start` where it can run as things are; else `dev`, which needs no build; else a build and `start`. */
function byScript({ scripts, folder }: PackageFacts, { files, packageManager }: StartFacts): StartChoice | undefined {
  const manager = managerOf(packageManager);
  const start = scripts.get('start');
  const dev = devOf(scripts);
  if (start === undefined || needsBuild(start, folder, files)) {
    if (dev !== undefined) return choiceOf(folder, manager, dev);
    if (start === undefined) return undefined;
    if (scripts.has('build') && !scripts.has('prestart') && !/\bbuild\b|\btsc\b|\besbuild\b|\btsup\b/.test(start)) {
      const line = `${manager} run build && ${choiceOf(folder, manager, 'start').shown}`;
      return { folder, shown: line, file: 'sh', args: ['-c', line] };
    }
  }
  return choiceOf(folder, manager, 'start');
}

function devOf(scripts: ReadonlyMap<string, string>): string | undefined {
  const names = [
    'dev',
    'start:dev',
    'develop',
    'serve',
    'server',
    'dev:server',
    'dev:api',
    'start:local',
    'local',
    'start:server',
    'api',
    'watch',
  ];
  // A watch that only compiles starts nothing.
  return names.find(
    (name) =>
      scripts.has(name) && !/^\s*(?:tsc|tsup|esbuild|rollup)\b(?!.*(?:onSuccess|&&|concurrently))/.test(scripts.get(name) ?? ''),
  );
}

function needsBuild(command: string, folder: string, files: ReadonlySet<string>): boolean {
  if (
    /\bnext start\b|\bnuxt (?:start|preview)\b|\bvite preview\b|\bremix-serve\b|\breact-router-serve\b|\.output\/|\.next\/|\bastro preview\b|\bnest start\b.*--no-build/.test(
      command,
    )
  )
    return true;
  const entry = /\bnode\s+(?:-\S+\s+)*(?:--(?:import|require|env-file)\s+\S+\s+)*([^\s-]\S*)/.exec(command)?.[1];
  if (entry === undefined) return false;
  return !isFile(entry, folder, files);
}

function isFile(entry: string, folder: string, files: ReadonlySet<string>): boolean {
  const path = inFolder(folder, entry.replace(/^\.\/|\/$/g, ''));
  if (entry === '.') return true;
  return ['', '.js', '.mjs', '.cjs', '.ts', '/index.js', '/index.mjs', '/index.cjs', '/index.ts'].some((end) =>
    files.has(path + end),
  );
}

/** A library's `main` starts nothing. */
function entryOf({ folder, main }: PackageFacts, { files, servers }: StartFacts): string | undefined {
  const found = [...(main === undefined ? [] : [main]), ...entries].filter((name) => files.has(inFolder(folder, name)));
  return found.find((name) => servers.has(inFolder(folder, name))) ?? (folder === '' ? found[0] : undefined);
}
