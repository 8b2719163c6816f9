/** How an app is started, from its manifests. */
import { describe, expect, it } from 'vitest';
import { atPort } from '../../src/rehearsal/stage/facts.ts';
import type { PythonFacts } from '../../src/rehearsal/stage/python-layout.ts';
import { type StartFacts, startCommand, whyNoStart } from '../../src/rehearsal/stage/start-command.ts';
import type { JvmFolder } from '../../src/rehearsal/stage/start-jvm.ts';

const noPython: PythonFacts = {
  files: new Set(),
  texts: new Map(),
  manifests: new Map(),
  interpreters: new Map(),
  active: undefined,
  tools: new Set(),
  flaskApp: undefined,
};

const nothing: StartFacts = {
  packages: [],
  packageManager: undefined,
  files: new Set(),
  servers: new Set(),
  redirectPort: undefined,
  ports: new Map(),
  procfile: undefined,
  python: noPython,
};

function node(scripts: Readonly<Record<string, string>>, files: readonly string[] = [], manager = 'npm'): StartFacts {
  const one = {
    folder: '',
    scripts: new Map(Object.entries(scripts)),
    dependencies: new Set(['@scalekit-sdk/node']),
    main: undefined,
  };
  return { ...nothing, packages: [one], packageManager: manager, files: new Set(files) };
}

function jvm(one: Partial<JvmFolder>): StartFacts {
  const folder: JvmFolder = { folder: '', build: 'maven', plugin: 'spring', wrapper: undefined, jar: undefined, ...one };
  return { ...nothing, jvm: { folders: [folder], speaksOfScalekit: true } };
}
const frontend = { folder: '', scripts: new Map([['start', 'vite']]), main: undefined };

const table: readonly (readonly [name: string, facts: StartFacts, shown: string | undefined])[] = [
  [
    'a start script that runs a file',
    node({ start: 'node src/server.js', dev: 'nodemon src/server.js' }, ['src/server.js']),
    'npm start',
  ],
  [
    'a start script that wants a build',
    node({ start: 'node dist/main.js', dev: 'tsx src/main.ts' }, ['src/main.ts']),
    'npm run dev',
  ],
  ['Next.js', node({ start: 'next start', build: 'next build', dev: 'next dev' }), 'npm run dev'],
  ['pnpm', node({ dev: 'vite' }, [], 'pnpm'), 'pnpm run dev'],
  ['no script', node({}, ['server.js']), 'node server.js'],
  [
    'the package of a monorepo that has the SDK',
    {
      ...nothing,
      packages: [
        { folder: 'web', scripts: new Map([['start', 'node a.js']]), dependencies: new Set(), main: undefined },
        {
          folder: 'apps/api',
          scripts: new Map([['start', 'node b.js']]),
          dependencies: new Set(['@scalekit-sdk/node']),
          main: undefined,
        },
      ],
      files: new Set(['web/a.js', 'apps/api/b.js']),
    },
    'npm start',
  ],
  [
    'the package of a monorepo that leans on the one with the SDK',
    {
      ...nothing,
      packages: [
        { folder: '', name: 'all', scripts: new Map([['dev', 'turbo run dev']]), dependencies: new Set(), main: undefined },
        {
          folder: 'libs/identity',
          name: '@a/identity',
          scripts: new Map(),
          dependencies: new Set(['@scalekit-sdk/node']),
          main: 'index.js',
        },
        {
          folder: 'apps/api',
          name: '@a/api',
          scripts: new Map([['dev', 'tsx watch a.ts']]),
          dependencies: new Set(['@a/identity']),
          main: undefined,
        },
        {
          folder: 'apps/docs',
          name: '@a/docs',
          scripts: new Map([['start', 'serve .']]),
          dependencies: new Set(),
          main: undefined,
        },
      ],
      files: new Set(['libs/identity/index.js', 'apps/api/a.ts']),
    },
    'npm run dev',
  ],
  [
    'a web server in front of the API: both, with the variables that turbo would keep from them',
    {
      ...nothing,
      packages: [
        { folder: '', name: 'all', scripts: new Map([['dev', 'turbo run dev']]), dependencies: new Set(), main: undefined },
        {
          folder: 'api',
          name: 'api',
          scripts: new Map([['dev', 'node a.js']]),
          dependencies: new Set(['@scalekit-sdk/node']),
          main: undefined,
        },
        { folder: 'web', name: 'web', scripts: new Map([['dev', 'vite']]), dependencies: new Set(), main: undefined },
      ],
      redirectPort: 5173,
      ports: new Map([['api', [4000]]]),
    },
    'npm run dev -- --env-mode=loose',
  ],
  [
    'a build that nothing else goes without',
    node({ build: 'tsc', start: 'node dist/main.js' }, ['src/main.ts']),
    'npm run build && npm start',
  ],
  ['a start that builds', node({ build: 'tsc', start: 'npm run build && node dist/main.js' }, ['src/main.ts']), 'npm start'],
  ['an entry without its ending', node({ start: 'node --env-file=.env src/server', dev: 'x' }, ['src/server.js']), 'npm start'],
  ['a watch that only compiles', node({ watch: 'tsc --watch' }, ['index.js']), 'node index.js'],
  ['a Procfile without web', { ...nothing, procfile: 'worker: x\napi: node api.js\n' }, 'node api.js'],
  ['a Procfile', { ...nothing, procfile: 'release: x\nweb: gunicorn app:app\n' }, 'gunicorn app:app'],
  [
    'Go',
    {
      ...nothing,
      go: {
        texts: new Map([['cmd/web/main.go', 'package main\n\nfunc main() {\n}\n']]),
        modules: new Map([['', '']]),
        recipes: new Map(),
      },
    },
    'go run ./cmd/web',
  ],
  [
    'a Python app beside a frontend',
    {
      ...node({ dev: 'vite' }),
      packages: [{ folder: 'web', scripts: new Map([['dev', 'vite']]), dependencies: new Set(), main: undefined }],
      python: { ...noPython, texts: new Map([['api/main.py', 'from scalekit import ScalekitClient\napp = FastAPI()\n']]) },
    },
    'uvicorn main:app --app-dir api --port 4000',
  ],
  ['Maven with its wrapper', jvm({ wrapper: 'mvnw' }), './mvnw -q -B spring-boot:run'],
  ['Maven of the system', jvm({}), 'mvn -q -B spring-boot:run'],
  ['a module whose wrapper is above it', jvm({ folder: 'web', wrapper: '../mvnw' }), '../mvnw -q -B spring-boot:run'],
  ['Gradle', jvm({ build: 'gradle', wrapper: 'gradlew' }), './gradlew -q --console=plain bootRun'],
  ['Quarkus', jvm({ plugin: 'quarkus' }), 'mvn -q -B quarkus:dev -Ddebug=false'],
  ['a jar that is newer than its sources', jvm({ jar: 'target/portal.jar' }), 'java -jar target/portal.jar'],
  [
    'Java beside a frontend in Node',
    { ...jvm({}), packages: [{ ...frontend, dependencies: new Set(['react']) }] },
    'mvn -q -B spring-boot:run',
  ],
  ['nothing that is known', nothing, undefined],
];

describe('the command', () => {
  it.each(table)('of %s', (_name, facts, shown) => {
    const found = startCommand(facts);
    expect(found && atPort(found, 4000).shown).toBe(shown);
  });
});

it('an app that only a container starts is for attaching', () => {
  expect(whyNoStart({ files: new Set(['compose.yaml', 'Dockerfile']) })).toContain('compose.yaml');
  expect(whyNoStart({ files: new Set(['Dockerfile']) })).toContain('--attach');
  expect(whyNoStart({ files: new Set(['a.txt']) })).toBeUndefined();
});

it('finds the programs of a Procfile in the Python environment of the project', () => {
  const interpreter = { program: '/p/.venv/bin/python', installed: undefined };
  const found = startCommand({
    ...nothing,
    procfile: 'web: gunicorn app:app\n',
    python: { ...noPython, interpreters: new Map([['', interpreter]]) },
  });
  expect(found).toMatchObject({
    shown: 'gunicorn app:app',
    args: ['-c', `PATH='/p/.venv/bin':"$PATH"; export PATH; gunicorn app:app`],
  });
});
