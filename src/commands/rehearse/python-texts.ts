/** The Python files of a project that routes, settings and the start of the app are read from. */
import { type Project, textsOf } from '../../project/files.ts';

const MOST_READ = 120;
const MOST_CHARACTERS = 200_000;
const elsewhere =
  /(?:^|\/)(?:tests?|migrations|site-packages|node_modules|\.?venv|docs?|alembic)\/|(?:^|\/)(?:test_|conftest)|_test\.py$|(?:^|\/)setup\.py$/;
/** What a file holds that is one of them. */
const needles = [
  'calekit',
  'SCALEKIT',
  'FastAPI',
  'Flask',
  'APIRouter',
  'Blueprint',
  'urlpatterns',
  'add_url_rule',
  'add_api_route',
  'Starlette',
  'Litestar',
  'Quart',
  'Sanic',
  'Bottle',
  'aiohttp',
  'tornado',
  'BaseSettings',
  'environ',
  'getenv',
  'config(',
  '@get(',
  '@post(',
  '.route(',
  '.get(',
  '.post(',
  '__main__',
];

export async function pythonTexts(project: Project): Promise<Map<string, string>> {
  const python = (await project.list()).filter((file) => file.endsWith('.py') && !elsewhere.test(file));
  if (python.length === 0) return new Map();
  const all = new Set(python);
  const mentions = await project.filesMentioning(needles);
  const files = [...new Set(mentions.map(({ path }) => path))]
    .filter((file) => all.has(file))
    .sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
  return new Map([...textsOf(project, files.slice(0, MOST_READ))].filter(([, text]) => text.length <= MOST_CHARACTERS));
}
