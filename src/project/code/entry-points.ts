/** Which modules the app runs: those that a start command names, and what they load in turn. Pure. */
import { posix } from 'node:path';
import type { CodeModule } from './types.ts';

export interface EntryCommand {
  /** As written; `.` is the main file of the package in that folder. */
  readonly runs: readonly string[];
  readonly folder: string;
}

export interface MainFile {
  readonly folder: string;
  readonly main: string | undefined;
}

/** The modules that start commands run. Empty where none is named, or none can be found. */
export function entriesOf(
  commands: readonly EntryCommand[],
  mains: readonly MainFile[],
  modules: ReadonlyMap<string, CodeModule>,
): readonly string[] {
  const entries = commands.flatMap(({ runs, folder }) =>
    runs.flatMap((written) => {
      const main = mains.find((candidate) => candidate.folder === posix.join(folder, written).replace(/^\.$|\/$/g, ''))?.main;
      return moduleOf(posix.join(folder, main === undefined ? written : posix.join(written, main)), modules) ?? [];
    }),
  );
  return [...new Set(entries)];
}

/** Built files stand for their sources: `dist/server.js` for `src/server.ts`. */
function moduleOf(file: string, modules: ReadonlyMap<string, CodeModule>): string | undefined {
  const bare = file.replace(/\/$/, '');
  const sources = [
    bare,
    bare.replace(/^(.*\/)?(?:dist|build|out|lib|\.build|output)\//, '$1src/'),
    bare.replace(/^(.*\/)?(?:dist|build|out|lib)\//, '$1'),
  ];
  for (const source of [...sources, ...sources.map((one) => one.replace(/\/src\/src\//, '/src/'))]) {
    const stem = source.replace(/\.[cm]?[jt]sx?$/, '');
    for (const ending of ['', ...endings, ...endings.map((one) => `/index${one}`)]) {
      const candidate = ending === '' ? source : stem + ending;
      if (modules.has(candidate)) return candidate;
    }
  }
  return undefined;
}

const endings = ['.js', '.ts', '.mjs', '.cjs', '.mts', '.cts', '.tsx', '.jsx'];

/** Undefined where modules are loaded by names made at run time: then any may run. */
export function reachedModules(
  entries: readonly string[],
  modules: ReadonlyMap<string, CodeModule>,
): ReadonlySet<string> | undefined {
  if (entries.length === 0) return undefined;
  const reached = new Set(entries);
  for (const path of reached) {
    const module = modules.get(path);
    if (!module) continue;
    if (loadsByName.test(module.file.text)) return undefined;
    for (const load of module.loads) if (load.path !== undefined) reached.add(load.path);
    for (const again of module.reExports) reached.add(again);
  }
  return reached;
}

const loadsByName =
  /(?:\brequire|\bimport)\s?\(\s?(?!["'`][^"'`$]*["'`]\s?[,)])|@fastify\/autoload|fast-glob|import\.meta\.glob|readdirSync|express-file-routing|autoload/i;

/** By where it lies and what it is called: something that a person runs by hand, beside the app. */
export function isHandRun(path: string): boolean {
  return (
    /(?:^|\/)(?:scripts?|tools?|examples?|samples?|playground|scratch|sandbox|manual|hack|dev-tools|debug)\//.test(path) ||
    /(?:^|\/)(?:test|try|demo|manual|scratch|debug|check|smoke|seed|migrate|probe|playground)[-_.]?[\w-]*\.[cm]?[jt]s$/i.test(
      path,
    ) ||
    /(?:^|\/)[\w-]+[-_.](?:test|demo|manual|scratch|debug|smoke)\.[cm]?[jt]s$/i.test(path)
  );
}
