/** How a Python project lies in its folders: from where its modules are imported, and where it is run. Pure. */
import { folderOf, isUnder } from '../../project/manifests.ts';

export interface PythonFacts {
  readonly files: ReadonlySet<string>;
  /** Text of the Python files that may tell of the start, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Text of pyproject.toml and .flaskenv, by path. */
  readonly manifests: ReadonlyMap<string, string>;
  /** Interpreters of the project’s own, by the folder that they lie in. */
  readonly interpreters: ReadonlyMap<string, Interpreter>;
  /** The one of the virtual environment that is active here. */
  readonly active: Interpreter | undefined;
  /** Of uv, poetry, pipenv and pdm those that are installed. */
  readonly tools: ReadonlySet<string>;
  /** FLASK_APP of an env file. */
  readonly flaskApp: string | undefined;
}

export interface Interpreter {
  readonly program: string;
  /** Names in its site-packages; undefined: not known. */
  readonly installed: ReadonlySet<string> | undefined;
}

const ROOT =
  /^(?:pyproject\.toml|requirements[\w.-]*\.txt|Pipfile|uv\.lock|poetry\.lock|setup\.(?:py|cfg)|manage\.py|Procfile|\.env(?:\.\w+)?|\.flaskenv|Dockerfile|environment\.ya?ml)$/;

/** The folder that the app is run in: the nearest one above that looks like the top of a project. */
export function nearest(file: string, { files, interpreters }: Pick<PythonFacts, 'files' | 'interpreters'>): string {
  const roots = new Set(['', ...interpreters.keys()]);
  for (const one of files) {
    const cut = one.lastIndexOf('/');
    if (ROOT.test(one.slice(cut + 1))) roots.add(cut === -1 ? '' : one.slice(0, cut));
  }
  return foldersAbove(folderOf(file)).find((folder) => roots.has(folder)) ?? '';
}

/** The folder itself, those above it, and the project: ''. */
export function foldersAbove(folder: string): string[] {
  const parts = folder === '' ? [] : folder.split('/');
  return [...parts.map((_, index) => parts.slice(0, parts.length - index).join('/')), ''];
}

/** The folder that has to be on Python’s path for this file, and the name that it is imported by from there. */
export function baseOf(
  file: string,
  { files, texts }: Pick<PythonFacts, 'files' | 'texts'>,
): { readonly base: string; readonly module: string } {
  const parts = file.replace(/\.py$/, '').split('/');
  const dirs = parts.slice(0, -1);
  const text = texts.get(file) ?? '';
  // `from ..x import y` wants as many packages above.
  const up = Math.max(0, ...[...text.matchAll(/^\s*from\s+(\.+)/gm)].map(([, dots = '']) => dots.length));
  const imported = importsUnder(dirs[0] ?? '', texts);
  const folderNames = foldersOf(files);
  let chosen = packageTop(dirs, files);
  let most = -1;
  for (let depth = dirs.length - up; depth >= 0; depth--) {
    const base = dirs.slice(0, depth).join('/');
    const found = imported.filter((one) => {
      const path = base === '' ? one : `${base}/${one}`;
      return files.has(`${path}.py`) || folderNames.has(path);
    }).length;
    if (found > most || (found === most && depth === packageTop(dirs, files))) {
      most = found;
      chosen = depth;
    }
  }
  chosen = Math.min(chosen, dirs.length - up);
  const module = parts
    .slice(Math.max(0, chosen))
    .join('.')
    .replace(/\.__init__$/, '');
  return { base: dirs.slice(0, Math.max(0, chosen)).join('/'), module };
}

/** How many folders lead to the top package, by their `__init__.py`. */
function packageTop(dirs: readonly string[], files: ReadonlySet<string>): number {
  let depth = dirs.length;
  while (depth > 0 && files.has(`${dirs.slice(0, depth).join('/')}/__init__.py`)) depth--;
  return depth;
}

/** The first names of what is imported in this part of the project. */
function importsUnder(top: string, texts: ReadonlyMap<string, string>): string[] {
  const names = [...texts].flatMap(([file, text]) =>
    isUnder(top, file) ? [...text.matchAll(/^\s*(?:from|import)\s+([a-zA-Z_]\w*)/gm)].map(([, name = '']) => name) : [],
  );
  return [...new Set(names)];
}

function foldersOf(files: ReadonlySet<string>): Set<string> {
  return new Set([...files].filter((file) => file.endsWith('.py')).flatMap((file) => foldersAbove(folderOf(file))));
}
