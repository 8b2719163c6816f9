/** How an app is started, from its manifests. */
import { describe, expect, it } from 'vitest';
import { atPort } from '../../src/rehearsal/stage/facts.ts';
import type { PythonFacts } from '../../src/rehearsal/stage/python-layout.ts';
import { type StartFacts, startCommand } from '../../src/rehearsal/stage/start-command.ts';

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
  ['a Procfile', { ...nothing, procfile: 'release: x\nweb: gunicorn app:app\n' }, 'gunicorn app:app'],
  ['Go', { ...nothing, files: new Set(['go.mod', 'cmd/web/main.go']) }, 'go run ./cmd/web'],
  [
    'a Python app beside a frontend',
    {
      ...node({ dev: 'vite' }),
      packages: [{ folder: 'web', scripts: new Map([['dev', 'vite']]), dependencies: new Set(), main: undefined }],
      python: { ...noPython, texts: new Map([['api/main.py', 'from scalekit import ScalekitClient\napp = FastAPI()\n']]) },
    },
    'uvicorn main:app --app-dir api --port 4000',
  ],
  ['nothing that is known', nothing, undefined],
];

describe('the command', () => {
  it.each(table)('of %s', (_name, facts, shown) => {
    const found = startCommand(facts);
    expect(found && atPort(found, 4000).shown).toBe(shown);
  });
});
