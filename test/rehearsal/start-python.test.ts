/** How Python apps are started, whatever way they are laid out. */
import { expect, it } from 'vitest';
import { atPort } from '../../src/rehearsal/stage/facts.ts';
import { missingPackage } from '../../src/rehearsal/stage/missing-package.ts';
import type { PythonFacts } from '../../src/rehearsal/stage/python-layout.ts';
import { ofPython } from '../../src/rehearsal/stage/start-python.ts';

type Texts = Readonly<Record<string, string>>;

/** Files that are no Python are empty here. */
function facts(texts: Texts, more: Partial<PythonFacts> = {}): PythonFacts {
  const all = new Map(Object.entries(texts));
  return {
    files: new Set(all.keys()),
    texts: new Map([...all].filter(([file]) => file.endsWith('.py'))),
    manifests: new Map([...all].filter(([file]) => /pyproject\.toml$|\.flaskenv$/.test(file))),
    interpreters: new Map(),
    active: undefined,
    tools: new Set(),
    flaskApp: undefined,
    ...more,
  };
}

const venv = (...installed: string[]) => ({ program: '/p/.venv/bin/python', installed: new Set(installed) });
const FLASK = 'app = Flask(__name__)\n';
const MAIN = "if __name__ == '__main__':\n";

const table: readonly (readonly [name: string, facts: PythonFacts, shown: string | undefined, folder?: string | undefined])[] = [
  ['FastAPI', facts({ 'main.py': 'api = FastAPI()\n' }), 'uvicorn main:api --port 4000'],
  ['Flask', facts({ 'app.py': FLASK }), 'flask --app app run --no-reload --port 4000'],
  [
    'Flask by another name',
    facts({ 'site.py': 'web: Flask = Flask(__name__)\n' }),
    'flask --app site:web run --no-reload --port 4000',
  ],
  [
    'a file that only runs the app, with a reloader and a port of its own',
    facts({ 'app.py': `${FLASK}${MAIN}    app.run(debug=True, port=5001)\n` }),
    'flask --app app run --no-reload --port 4000',
  ],
  [
    'a file that prepares something before',
    facts({ 'app.py': `${FLASK}${MAIN}    init_db()\n    app.run()\n` }),
    'python app.py',
  ],
  ['a file that serves https', facts({ 'app.py': `${FLASK}${MAIN}    app.run(ssl_context="adhoc")\n` }), 'python app.py'],
  ['Django', facts({ 'manage.py': '' }), 'python manage.py runserver --noreload 4000'],
  [
    'Django in a subfolder',
    facts({ 'backend/manage.py': '', 'backend/shop/settings.py': '' }),
    'python manage.py runserver --noreload 4000',
    'backend',
  ],
  [
    'an app in a package',
    facts({ 'app/__init__.py': '', 'app/main.py': 'from .settings import settings\napp = FastAPI()\n', 'requirements.txt': '' }),
    'uvicorn app.main:app --port 4000',
  ],
  [
    'a package without __init__.py that is imported by its name',
    facts({ 'app/main.py': 'from app.routers import auth\napp = FastAPI()\n', 'app/routers/auth.py': '' }),
    'uvicorn app.main:app --port 4000',
  ],
  [
    'a package below src',
    facts({ 'pyproject.toml': '', 'src/shop/__init__.py': '', 'src/shop/main.py': 'from shop.db import db\napp = FastAPI()\n' }),
    'uvicorn shop.main:app --app-dir src --port 4000',
  ],
  [
    'src as a package of its own',
    facts({ 'src/main.py': 'from src.db import db\napp = FastAPI()\n', 'src/db.py': '' }),
    'uvicorn src.main:app --port 4000',
  ],
  [
    'the part of a monorepo that speaks of Scalekit',
    facts({
      'tools/app.py': FLASK,
      'services/auth/requirements.txt': '',
      'services/auth/app.py': `from scalekit import ScalekitClient\n${FLASK}`,
    }),
    'flask --app app run --no-reload --port 4000',
    'services/auth',
  ],
  [
    'a factory of Flask',
    facts({ 'shop/__init__.py': 'def create_app(config=None):\n    app = Flask(__name__)\n    return app\n' }),
    'flask --app shop run --no-reload --port 4000',
  ],
  [
    'a file that calls the factory of Flask',
    facts({
      'shop/__init__.py': 'def create_app():\n    app = Flask(__name__)\n    return app\n',
      'wsgi.py': 'from shop import create_app\napp = create_app()\n',
    }),
    'flask --app wsgi run --no-reload --port 4000',
  ],
  [
    'a factory of FastAPI',
    facts({ 'shop/app.py': 'def create_app() -> FastAPI:\n    return FastAPI()\n', 'shop/__init__.py': '' }),
    'uvicorn shop.app:create_app --factory --port 4000',
  ],
  [
    'FLASK_APP in .flaskenv',
    facts({ '.flaskenv': 'FLASK_APP=shop.web:make()\nFLASK_DEBUG=1\n' }),
    'flask --app shop.web:make() run --no-reload --port 4000',
  ],
  [
    'another server than uvicorn',
    facts({ 'main.py': 'app = Quart(__name__)\n' }, { interpreters: new Map([['', venv('hypercorn')]]) }),
    'hypercorn main:app --bind localhost:4000',
  ],
  ['aiohttp', facts({ 'app.py': `${MAIN}    web.run_app(make(), port=8080)\n` }), 'python app.py'],
  [
    'a main() that serves',
    facts({ 'server.py': `def main():\n    web.run_app(make())\n\n${MAIN}    main()\n` }),
    'python server.py',
  ],
  [
    'python -m',
    facts({ 'shop/__init__.py': '', 'shop/__main__.py': 'from .web import app\nuvicorn.run(app)\n' }),
    'python -m shop',
  ],
  ['a script of pyproject.toml', facts({ 'pyproject.toml': '[project.scripts]\nserve = "shop.cli:main"\n' }), 'serve'],
  [
    'uv',
    facts({ 'main.py': 'app = FastAPI()\n', 'uv.lock': '' }, { tools: new Set(['uv']) }),
    'uv run uvicorn main:app --port 4000',
  ],
  ['nothing that is known', facts({ 'tool.py': 'print(1)\n' }), undefined],
];

it.each(table.map((row) => [row[0], row] as const))('%s', (_name, [, given, shown, folder = '']) => {
  const found = ofPython(given);
  expect([found && atPort(found, 4000).shown, found?.folder]).toEqual([shown, shown === undefined ? undefined : folder]);
});

it('runs with the interpreter of the folder, or of the project above', () => {
  const app = facts(
    { 'services/auth/requirements.txt': '', 'services/auth/app.py': FLASK },
    { interpreters: new Map([['', venv('flask')]]) },
  );
  expect(ofPython(app)).toMatchObject({ file: '/p/.venv/bin/python', folder: 'services/auth' });
});

it.each([
  ["ModuleNotFoundError: No module named 'dotenv'", 'python-dotenv'],
  ['/usr/bin/python3: No module named uvicorn', 'uvicorn'],
  [
    "Error: While importing 'app', an ImportError was raised:\nModuleNotFoundError: No module named 'scalekit.client'",
    'scalekit-sdk-python',
  ],
])('names the package that is missing: %s', (output, named) => {
  const found = ofPython(facts({ 'app.py': FLASK, 'requirements.txt': '' }));
  const said = found && missingPackage(found, output);
  expect([said?.includes(named), said?.includes('python3 -m pip install -r requirements.txt')]).toEqual([true, true]);
});

it('blames no package where the app ends for another reason', () => {
  const found = ofPython(facts({ 'app.py': FLASK }));
  expect(found && missingPackage(found, 'KeyError: "SECRET"')).toBeUndefined();
});
