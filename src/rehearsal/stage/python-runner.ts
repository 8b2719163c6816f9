/** Which interpreter runs the app, and how its packages get there. Pure. */
import { inFolder } from '../../project/manifests.ts';
import { foldersAbove, type Interpreter, type PythonFacts } from './python-layout.ts';

export interface Runner {
  readonly file: string;
  /** Arguments before Python’s own: `run python`. */
  readonly before: readonly string[];
  /** In front of what is shown. */
  readonly prefix: string;
  readonly installed: ReadonlySet<string> | undefined;
  /** The command that installs what the project lists. */
  readonly install: string | undefined;
}

const managers = [
  { tool: 'uv', lock: 'uv.lock', install: 'uv sync' },
  { tool: 'poetry', lock: 'poetry.lock', install: 'poetry install' },
  { tool: 'pdm', lock: 'pdm.lock', install: 'pdm install' },
  { tool: 'pipenv', lock: 'Pipfile', install: 'pipenv install' },
] as const;

export function interpreterFor(folder: string, facts: PythonFacts): Runner {
  const above = foldersAbove(folder);
  const has = (name: string): boolean => above.some((one) => facts.files.has(inFolder(one, name)));
  const manager = managers.find(({ lock }) => has(lock));
  const own = above.flatMap((one) => facts.interpreters.get(one) ?? [])[0];
  const program = own ?? facts.active;
  if (program) return runner(program, manager?.install ?? listed(folder, facts, program.program));
  if (manager && facts.tools.has(manager.tool))
    return {
      file: manager.tool,
      before: ['run', 'python'],
      prefix: `${manager.tool} run `,
      installed: undefined,
      install: manager.install,
    };
  return {
    file: 'python3',
    before: [],
    prefix: '',
    installed: undefined,
    install: manager?.install ?? listed(folder, facts, 'python3'),
  };
}

function runner({ program, installed }: Interpreter, install: string | undefined): Runner {
  return { file: program, before: [], prefix: '', installed, install };
}

function listed(folder: string, { files }: PythonFacts, program: string): string | undefined {
  const shown = /\/(\.?\w+\/bin\/python3?)$/.exec(program)?.[1] ?? program;
  for (const one of foldersAbove(folder)) {
    const name = ['requirements.txt', 'requirements/dev.txt', 'requirements/base.txt', 'requirements-dev.txt'].find((file) =>
      files.has(inFolder(one, file)),
    );
    if (name !== undefined) return `${shown} -m pip install -r ${inFolder(one, name)}`;
    if (files.has(inFolder(one, 'pyproject.toml'))) return `${shown} -m pip install -e ${one === '' ? '.' : one}`;
  }
  return undefined;
}
