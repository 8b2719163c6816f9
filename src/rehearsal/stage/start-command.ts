/** How the app is started, from its manifests: what its own scripts say first. Pure. */
import type { StartChoice } from './facts.ts';
import type { PythonFacts } from './python-layout.ts';
import { ofPython } from './start-python.ts';

export interface PackageFacts {
  /** Relative to the project; '' is the project. */
  readonly folder: string;
  readonly scripts: ReadonlyMap<string, string>;
  readonly dependencies: ReadonlySet<string>;
  readonly main: string | undefined;
}

export interface StartFacts {
  readonly packages: readonly PackageFacts[];
  readonly packageManager: string | undefined;
  readonly files: ReadonlySet<string>;
  /** Text of a Procfile, by its path. */
  readonly procfile: string | undefined;
  readonly python: PythonFacts;
}

const entries = [
  'src/server.js',
  'server.js',
  'src/index.js',
  'index.js',
  'app.js',
  'src/app.js',
  'src/main.js',
  'main.js',
  'src/server.mjs',
  'server.mjs',
  'index.mjs',
];

/** Where the command names the port, a place is kept for it. */
export function startCommand(facts: StartFacts): StartChoice | undefined {
  // A frontend beside the app that speaks with Scalekit is not what is started.
  const isPython =
    !facts.packages.some(speaksOfScalekit) && [...facts.python.texts.values()].some((text) => /scalekit/i.test(text));
  return (
    (isPython ? ofPython(facts.python) : undefined) ?? ofNode(facts) ?? ofPython(facts.python) ?? ofProcfile(facts) ?? ofGo(facts)
  );
}

function ofNode({ packages, packageManager, files }: StartFacts): StartChoice | undefined {
  const order = [...packages].sort(
    (a, b) => Number(speaksOfScalekit(b)) - Number(speaksOfScalekit(a)) || a.folder.length - b.folder.length,
  );
  for (const one of order) {
    const script = scriptOf(one, files);
    if (script !== undefined) {
      const manager = packageManager === 'pnpm' || packageManager === 'yarn' || packageManager === 'bun' ? packageManager : 'npm';
      const args = script === 'start' && manager !== 'bun' ? ['start'] : ['run', script];
      return { folder: one.folder, shown: `${manager} ${args.join(' ')}`, file: manager, args };
    }
    const inside = (name: string): string => (one.folder === '' ? name : `${one.folder}/${name}`);
    const entry = [...(one.main === undefined ? [] : [one.main]), ...entries].find((name) => files.has(inside(name)));
    if (entry !== undefined) return { folder: one.folder, shown: `node ${entry}`, file: 'node', args: [entry] };
  }
  return undefined;
}

function speaksOfScalekit({ dependencies }: PackageFacts): boolean {
  return dependencies.has('@scalekit-sdk/node');
}

/** `start` where it can run as things are; else `dev`, which needs no build. */
function scriptOf({ scripts, folder }: PackageFacts, files: ReadonlySet<string>): string | undefined {
  const start = scripts.get('start');
  const dev = ['dev', 'start:dev', 'develop', 'serve'].find((name) => scripts.has(name));
  if (start === undefined) return dev;
  if (dev !== undefined && needsBuild(start, folder, files)) return dev;
  return 'start';
}

function needsBuild(command: string, folder: string, files: ReadonlySet<string>): boolean {
  if (
    /\bnext start\b|\bnuxt (?:start|preview)\b|\bvite preview\b|\bremix-serve\b|\breact-router-serve\b|\.output\/|\.next\/|\bastro preview\b/.test(
      command,
    )
  )
    return true;
  const entry = /\bnode\s+(?:-\S+\s+)*(\S+)/.exec(command)?.[1];
  if (entry === undefined) return false;
  const path = `${folder === '' ? '' : `${folder}/`}${entry.replace(/^\.\//, '')}`;
  return ![path, `${path}.js`, `${path}/index.js`].some((name) => files.has(name));
}

function ofProcfile({ procfile }: StartFacts): StartChoice | undefined {
  const web = /^web:\s*(.+)$/m.exec(procfile ?? '')?.[1]?.trim();
  return web === undefined ? undefined : { folder: '', shown: web, file: 'sh', args: ['-c', web] };
}

function ofGo({ files }: StartFacts): StartChoice | undefined {
  if (!files.has('go.mod')) return undefined;
  if (files.has('main.go')) return { folder: '', shown: 'go run .', file: 'go', args: ['run', '.'] };
  const command = [...files].filter((file) => /^cmd\/[^/]+\/main\.go$/.test(file)).sort()[0];
  if (command === undefined) return undefined;
  const folder = `./${command.slice(0, -'/main.go'.length)}`;
  return { folder: '', shown: `go run ${folder}`, file: 'go', args: ['run', folder] };
}
