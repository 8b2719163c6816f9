/** How an app is started, from its manifests. */
import { describe, expect, it } from 'vitest';
import { atPort } from '../../src/rehearsal/stage/facts.ts';
import { type StartFacts, startCommand } from '../../src/rehearsal/stage/start-command.ts';

const nothing: StartFacts = {
  packages: [],
  packageManager: undefined,
  files: new Set(),
  procfile: undefined,
  python: new Map(),
  pythonProgram: undefined,
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

const python = (file: string, text: string): StartFacts => ({ ...nothing, python: new Map([[file, text]]) });

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
  ['FastAPI', python('main.py', 'api = FastAPI()\n'), 'uvicorn main:api --port 4000'],
  ['Flask', python('app.py', 'app = Flask(__name__)\n'), 'flask --app app run --port 4000'],
  [
    'a file that runs itself',
    python('app.py', 'app = Flask(__name__)\nif __name__ == "__main__":\n    app.run()\n'),
    'python app.py',
  ],
  ['Django', { ...nothing, files: new Set(['manage.py']) }, 'python manage.py runserver --noreload 4000'],
  ['a Procfile', { ...nothing, procfile: 'release: x\nweb: gunicorn app:app\n' }, 'gunicorn app:app'],
  ['Go', { ...nothing, files: new Set(['go.mod', 'cmd/web/main.go']) }, 'go run ./cmd/web'],
  ['nothing that is known', nothing, undefined],
];

describe('the command', () => {
  it.each(table)('of %s', (_name, facts, shown) => {
    const found = startCommand(facts);
    expect(found && atPort(found, 4000).shown).toBe(shown);
  });
});
