/** The project's JavaScript and TypeScript, read as one program. */
import { posix } from 'node:path';
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { analyseCode } from '../project/code/analyse.ts';
import { packageAliases, usualAliases } from '../project/code/package-aliases.ts';
import { aliasesOf } from '../project/code/resolve-path.ts';
import type { CodeAnalysis } from '../project/code/types.ts';
import type { Project, SourceFile } from '../project/files.ts';
import { readPackages } from '../project/manifests.ts';
import { startScripts } from '../project/start-scripts.ts';
import { readStarters } from '../project/starters.ts';
import { holdsScript } from '../project/syntax/embedded.ts';
import { isScript } from '../project/syntax/language.ts';
import { probe } from './tools.ts';

/** So many files are read whole; in a larger project those that speak of Scalekit, and what lies beside them. */
export const MOST_FILES = 120;
export const MOST_BYTES = 300_000;

/** What the code that concerns Scalekit speaks of. */
export const needles = ['scalekit', 'Scalekit', 'SCALEKIT', '/oauth/authorize', '/oauth/token', 'dotenv', 'loadEnvFile'];

export const code = probe({
  id: 'code',
  title: 'Code that talks to Scalekit',
  reach: 'files',
  observe: async (_facts, { project }): Promise<Outcome<CodeAnalysis>> => {
    const files = await scriptsOf(project);
    if (files.length === 0) return skipped('There is no JavaScript or TypeScript here.');
    const analysis = await analyseCode({
      files,
      aliases: aliasesIn(project, await project.list()),
      starts: await startsOf(project),
    });
    return ok(
      analysis,
      { label: 'Files read', actual: `${files.length}` },
      ...analysis.clients.slice(0, 3).map((client) => ({ label: 'Scalekit client', location: client.at.location })),
      ...analysis.notes.map((note) => ({ label: 'Note', note })),
    );
  },
});

async function startsOf(project: Project) {
  const packages = await readPackages(project);
  const starters = await readStarters(project);
  return {
    commands: [...packages.flatMap(startScripts), ...starters.flatMap(({ commands }) => commands)],
    mains: packages.map(({ folder, main }) => ({ folder, main })),
  };
}

async function scriptsOf(project: Project): Promise<SourceFile[]> {
  const scripts = (await project.list()).filter((file) => isScript(file) && !isTest(file));
  const chosen = scripts.length <= MOST_FILES ? scripts : await mentioning(project, scripts);
  return [...chosen, ...(await embeddedIn(project))].flatMap((path) => {
    const file = project.read(path);
    return file.kind === 'source' && file.bytes.length <= MOST_BYTES ? [file] : [];
  });
}

/** Components and pages with a script that may have to do with a login; the many others are left alone. */
async function embeddedIn(project: Project): Promise<string[]> {
  const all = (await project.list()).filter(holdsScript);
  if (all.length === 0) return [];
  const known = new Set(all);
  const found = await project.filesMentioning([...needles, 'access_token', 'accessToken', 'idToken', 'refreshToken']);
  return found.flatMap(({ path }) => (known.has(path) ? [path] : [])).slice(0, MOST_FILES);
}

async function mentioning(project: Project, scripts: readonly string[]): Promise<string[]> {
  const known = new Set(scripts);
  const found = (await project.filesMentioning(needles)).map(({ path }) => path).filter((path) => known.has(path));
  const folders = new Set(found.map((path) => posix.dirname(path)));
  const beside = scripts.filter((path) => folders.has(posix.dirname(path)) && !found.includes(path));
  return [...found, ...beside].slice(0, MOST_FILES);
}

/** Tests, stories and types say what might be, not what the app does. */
export function isTest(path: string): boolean {
  return /(?:^|\/)(?:__tests__|__mocks__|tests?|e2e|cypress|playwright|spec|stories)\/|\.(?:test|spec|stories|d)\.[cm]?[jt]sx?$|(?:^|\/)(?:vitest|jest|playwright|cypress)\.config\./.test(
    path,
  );
}

function aliasesIn(project: Project, files: readonly string[]): (readonly [string, string])[] {
  const read = (
    expression: RegExp,
    aliases: (path: string, text: string) => readonly (readonly [string, string])[],
  ): (readonly [string, string])[] =>
    files
      .filter((path) => expression.test(path))
      .slice(0, 40)
      .flatMap((path) => {
        const file = project.read(path);
        return file.kind === 'source' ? aliases(path, file.text) : [];
      });
  const packages = files.filter((path) => /(?:^|\/)package\.json$/.test(path)).slice(0, 40);
  return [
    ...read(/(?:^|\/)(?:tsconfig|jsconfig)(?:\.\w+)?\.json$/, aliasesOf),
    ...read(/(?:^|\/)package\.json$/, packageAliases),
    ...usualAliases(packages),
  ];
}
