/** What of a Python project is known before it is started: its interpreters, its tools, its manifests. Reads folders, runs nothing. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Project, textsOf } from '../../project/files.ts';
import { folderOf } from '../../project/manifests.ts';
import { foldersAbove, type Interpreter, type PythonFacts } from '../../rehearsal/stage/python-layout.ts';
import { onPath } from './on-path.ts';

const MOST_FOLDERS = 24;
const TOOLS = ['uv', 'poetry', 'pipenv', 'pdm'];

export async function pythonFacts(
  project: Project,
  texts: ReadonlyMap<string, string>,
  fileValues: ReadonlyMap<string, string>,
): Promise<PythonFacts> {
  const files = new Set(await project.list());
  const folders = foldersOf([
    ...texts.keys(),
    ...[...files].filter((file) => /(?:^|\/)(?:manage\.py|pyproject\.toml)$/.test(file)),
  ]);
  const interpreters = new Map<string, Interpreter>();
  for (const folder of folders)
    for (const name of ['.venv', 'venv', 'env', '.env']) {
      const found = interpreterIn(path.join(project.root, folder, name));
      if (found && !interpreters.has(folder)) interpreters.set(folder, found);
    }
  const active = project.io.env['VIRTUAL_ENV'] ?? project.io.env['CONDA_PREFIX'];
  return {
    files,
    texts,
    manifests: manifestsIn(project, files),
    interpreters,
    active: active === undefined ? undefined : interpreterIn(active),
    tools: new Set(TOOLS.filter((tool) => onPath(project.io.env['PATH'], [tool]) !== undefined)),
    flaskApp: fileValues.get('FLASK_APP'),
  };
}

function foldersOf(files: readonly string[]): string[] {
  const folders = new Set(['', ...files.flatMap((file) => foldersAbove(folderOf(file)))]);
  return [...folders].sort((a, b) => a.split('/').length - b.split('/').length).slice(0, MOST_FOLDERS);
}

function interpreterIn(folder: string): Interpreter | undefined {
  const program = ['bin/python', 'bin/python3', 'Scripts/python.exe']
    .map((one) => path.join(folder, one))
    .find((one) => existsSync(one));
  return program === undefined ? undefined : { program, installed: installedIn(folder) };
}

function installedIn(folder: string): ReadonlySet<string> | undefined {
  try {
    const [lib] = existsSync(path.join(folder, 'lib'))
      ? readdirSync(path.join(folder, 'lib')).filter((one) => one.startsWith('python'))
      : [];
    const packages =
      lib === undefined ? path.join(folder, 'Lib', 'site-packages') : path.join(folder, 'lib', lib, 'site-packages');
    return new Set(readdirSync(packages));
  } catch {
    return undefined;
  }
}

function manifestsIn(project: Project, files: ReadonlySet<string>): ReadonlyMap<string, string> {
  const named = [...files].filter((file) => /(?:^|\/)(?:pyproject\.toml|\.flaskenv)$/.test(file)).slice(0, MOST_FOLDERS);
  return textsOf(project, named);
}
