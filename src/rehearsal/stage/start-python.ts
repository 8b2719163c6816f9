/** How a Python app is started: manage.py, an app or a factory in a module, a script of its own; with the interpreter that has its packages. Pure. */
import { folderOf } from '../../project/manifests.ts';
import { PORT_PLACE, type StartChoice } from './facts.ts';
import { baseOf, nearest, type PythonFacts } from './python-layout.ts';
import { interpreterFor, type Runner } from './python-runner.ts';

const ASGI = 'FastAPI|Starlette|Litestar|Quart|BlackSheep|Falcon';
const APP = new RegExp(
  `^(\\w+)\\s*(?::[^=\\n]+)?=\\s*(?:\\w+\\.)*(${ASGI}|Flask|Sanic|(?:create|make|build|get|init)_app(?:lication)?)\\s*\\(`,
  'm',
);
const FACTORY = /^(?:async\s+)?def\s+((?:create|make|build|get|init)_app(?:lication)?)\s*\(([^)]*)\)/m;
const MAIN = /^if\s+__name__\s*==\s*['"]__main__['"]\s*:([\s\S]*)/m;
const SERVES =
  /\brun_app\(|\.listen\(|\bIOLoop\b|\bserve_forever\(|\bserve\(|\buvicorn\.run\(|\b(?:app|application|server|api|web|socketio|bottle)\.run\(|^\s*run\(|\bhypercorn\b|\bwsgiref\b/m;
const names = ['main.py', 'app.py', 'server.py', 'asgi.py', 'wsgi.py', 'run.py', 'application.py', '__init__.py', '__main__.py'];

type Kind = 'asgi' | 'flask' | 'script';

interface Candidate {
  readonly file: string;
  readonly kind: Kind;
  /** The app’s variable, or the factory. */
  readonly name?: string;
  readonly isFactory?: boolean;
}

export function ofPython(facts: PythonFacts): StartChoice | undefined {
  const django = best(
    [...facts.files].filter((file) => /(?:^|\/)manage\.py$/.test(file)),
    facts,
    (file) => file,
  );
  const found = best(candidatesIn(facts), facts, ({ file }) => file);
  // A manage.py of Flask’s or a script’s own is not Django’s.
  if (django !== undefined && (!found || /django/i.test(facts.texts.get(django) ?? 'django'))) return ofDjango(django, facts);
  return ofFlaskApp(facts) ?? (found ? ofCandidate(found, facts) : undefined) ?? ofScripts(facts);
}

/** Whose folder speaks of Scalekit, then what lies higher, then by its name. */
function best<T>(all: readonly T[], facts: PythonFacts, fileOf: (one: T) => string): T | undefined {
  const speaks = new Set([...facts.texts].filter(([, text]) => /scalekit/i.test(text)).map(([file]) => nearest(file, facts)));
  const rank = (one: T): readonly number[] => {
    const file = fileOf(one);
    const folder = nearest(file, facts);
    const name = names.indexOf(file.split('/').at(-1) ?? '');
    return [speaks.has(folder) ? 0 : 1, kindRank(one), file.split('/').length, name === -1 ? names.length : name];
  };
  return [...all].sort((a, b) => compare(rank(a), rank(b)) || (fileOf(a) < fileOf(b) ? -1 : 1))[0];
}

function kindRank(one: unknown): number {
  const { kind, isFactory } = (typeof one === 'object' ? one : {}) as Partial<Candidate>;
  return kind === 'script' ? 1 : isFactory ? 2 : 0;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function candidatesIn(facts: PythonFacts): Candidate[] {
  return [...facts.texts].flatMap(([file, text]): Candidate[] => {
    const main = MAIN.exec(text)?.[1];
    const app = APP.exec(text);
    // `main()` alone says nothing: what it calls stands above.
    if (main !== undefined && SERVES.test(/^\s*\w+\(\s*\)\s*$/.test(main) ? text : main) && !(app && isPlainRun(main)))
      return [{ file, kind: 'script' }];
    if (app) {
      const [, name = 'app', made = ''] = app;
      const kind = made.includes('_app') ? frameworkOfFactory(made, text, facts) : kindOf(made);
      if (kind === undefined) return main === undefined ? [] : [{ file, kind: 'script' }];
      return [{ file, kind, name }];
    }
    const factory = FACTORY.exec(text);
    if (factory && !/[^\s=,][^=,]*$/.test((factory[2] ?? '').replace(/\b\w+\s*(?::[^=,]+)?=[^,]*/g, ''))) {
      const kind = frameworkIn(text);
      if (kind !== undefined) return [{ file, kind, name: factory[1] ?? '', isFactory: true }];
    }
    if (/(?:^|\/)__main__\.py$/.test(file) && SERVES.test(text)) return [{ file, kind: 'script' }];
    return /^[^\s#].*\b(?:run_app|serve_forever)\(|^run\(/m.test(text) ? [{ file, kind: 'script' }] : [];
  });
}

function kindOf(made: string): Kind | undefined {
  if (made === 'Flask') return 'flask';
  return made === 'Sanic' ? undefined : 'asgi';
}

function frameworkIn(text: string): Kind | undefined {
  if (new RegExp(`\\b(?:${ASGI})\\s*\\(`).test(text)) return 'asgi';
  return /\bFlask\s*\(/.test(text) ? 'flask' : undefined;
}

function frameworkOfFactory(name: string, text: string, { texts }: PythonFacts): Kind | undefined {
  const own = frameworkIn(text);
  if (own !== undefined) return own;
  const written = [...texts.values()].find((other) => new RegExp(`^(?:async\\s+)?def\\s+${name}\\s*\\(`, 'm').test(other));
  return written === undefined ? undefined : frameworkIn(written);
}

/** It does nothing beside running the app: a server’s own command does the same, on any port and without a reloader. */
function isPlainRun(main: string): boolean {
  if (/ssl|certfile|socketio/i.test(main)) return false;
  const rest = main.replace(/\b\w+\.run\([\s\S]*$/, '');
  return rest
    .split('\n')
    .every((line) =>
      /^\s*(?:#.*|(?:import|from)\s.*|\w+\s*=\s*[^()]*(?:\(.*\))*|load_dotenv\(.*\)|logging\..*|print\(.*)?$/.test(line),
    );
}

function ofDjango(file: string, facts: PythonFacts): StartChoice {
  const folder = folderOf(file);
  const args = ['manage.py', 'runserver', '--noreload', PORT_PLACE];
  return choice(interpreterFor(folder, facts), folder, args, `python ${args.join(' ')}`);
}

/** FLASK_APP says which. */
function ofFlaskApp(facts: PythonFacts): StartChoice | undefined {
  const own =
    [...facts.manifests].flatMap(([file, text]) => {
      const value = /(?:^|\/)\.flaskenv$/.test(file)
        ? /^\s*(?:export\s+)?FLASK_APP\s*=\s*['"]?([^\s'"#]+)/m.exec(text)?.[1]
        : undefined;
      return value === undefined ? [] : [{ folder: folderOf(file), value }];
    })[0] ?? (facts.flaskApp === undefined ? undefined : { folder: '', value: facts.flaskApp });
  return own && flask(own.value, own.folder, facts);
}

function flask(target: string, folder: string, facts: PythonFacts): StartChoice {
  const args = ['--app', target, 'run', '--no-reload', '--port', PORT_PLACE];
  return choice(interpreterFor(folder, facts), folder, ['-m', 'flask', ...args], `flask ${args.join(' ')}`);
}

function ofCandidate({ file, kind, name = 'app', isFactory = false }: Candidate, facts: PythonFacts): StartChoice {
  const { base, module } = baseOf(file, facts);
  const folder = nearest(file, facts);
  const inside = (path: string): string => (folder === '' ? path : path.slice(folder.length + 1));
  if (kind === 'flask') {
    const path = base === folder ? module : inside(file).replace(/\/__init__\.py$/, '');
    return flask(isFactory || name === 'app' || name === 'application' ? path : `${path}:${name}`, folder, facts);
  }
  const runner = interpreterFor(folder, facts);
  if (kind === 'script') {
    if (module.includes('.') || /__main__\.py$/.test(file))
      return choice(runner, base, ['-m', module.replace(/\.__main__$/, '')], `python -m ${module.replace(/\.__main__$/, '')}`);
    return choice(runner, folder, [inside(file)], `python ${inside(file)}`);
  }
  const target = `${module}:${name}`;
  const server = ['uvicorn', 'hypercorn', 'granian', 'daphne'].find((one) => runner.installed?.has(one)) ?? 'uvicorn';
  if (server === 'hypercorn')
    return served(runner, base, 'hypercorn', [isFactory ? `${target}()` : target, '--bind', `localhost:${PORT_PLACE}`]);
  if (server === 'daphne') return served(runner, base, 'daphne', ['-p', PORT_PLACE, target]);
  if (server === 'granian')
    return served(runner, base, 'granian', [
      '--interface',
      'asgi',
      ...(isFactory ? ['--factory'] : []),
      '--port',
      PORT_PLACE,
      target,
    ]);
  const elsewhere = base === folder ? [] : ['--app-dir', inside(base)];
  return served(runner, folder, 'uvicorn', [target, ...(isFactory ? ['--factory'] : []), ...elsewhere, '--port', PORT_PLACE]);
}

function served(runner: Runner, folder: string, server: string, args: readonly string[]): StartChoice {
  return choice(runner, folder, ['-m', server, ...args], `${server} ${args.join(' ')}`);
}

/** `[project.scripts] serve = "shop.cli:main"`. */
function ofScripts(facts: PythonFacts): StartChoice | undefined {
  for (const [file, text] of facts.manifests) {
    if (!file.endsWith('pyproject.toml')) continue;
    const folder = folderOf(file);
    const section = /^\[(?:project|tool\.poetry)\.scripts\]\s*\n((?:(?!\[)[^\n]*\n?)*)/m.exec(text)?.[1] ?? '';
    const scripts = [...section.matchAll(/^([\w-]+)\s*=\s*['"]([\w.]+):(\w+)['"]/gm)];
    const [, name = '', module = '', called = ''] =
      scripts.find(([, one = '']) => /serve|start|run|dev|web|app|api/i.test(one)) ??
      (scripts.length === 1 ? scripts[0] : undefined) ??
      [];
    if (module !== '')
      return choice(interpreterFor(folder, facts), folder, ['-c', `from ${module} import ${called}; ${called}()`], name);
  }
  return undefined;
}

function choice({ file, before, prefix, install }: Runner, folder: string, args: readonly string[], shown: string): StartChoice {
  return { folder, shown: `${prefix}${shown}`, file, args: [...before, ...args], ...(install === undefined ? {} : { install }) };
}
