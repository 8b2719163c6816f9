/** Which code that concerns Scalekit was read, and which was not: what the absence of a finding is worth. */
import type { Coverage, NotRead, WhyNotRead } from '../diagnosis/coverage.ts';
import { type Outcome, ok } from '../diagnosis/outcome.ts';
import type { CodeAnalysis } from '../project/code/types.ts';
import type { Project } from '../project/files.ts';
import { languageOf } from '../project/languages.ts';
import { isPlainCode } from '../project/plain-code.ts';
import { holdsScript } from '../project/syntax/embedded.ts';
import { isScript } from '../project/syntax/language.ts';
import { code, isTest, MOST_BYTES, MOST_FILES, needles } from './code.ts';
import { probe } from './tools.ts';

/** So many files are named; a sentence names fewer still. */
const MOST_NAMED = 200;

export const codeCoverage = probe({
  id: 'code-coverage',
  title: 'Which code was read',
  reach: 'files',
  wants: { code },
  observe: async ({ code }, { project }): Promise<Outcome<Coverage>> => {
    const { files, truncated } = await project.listing();
    const ofCode = files.filter((file) => languageOf(file) !== undefined && !isTest(file));
    if (ofCode.length === 0 && !truncated) return ok({ read: [], notRead: [] }, { label: 'Code', actual: 'none in this folder' });
    const mentioned = (await project.filesMentioning(needles)).map(({ path }) => path);
    const concerned = mentioned.filter((file) => ofCode.includes(file));
    const notRead = [
      ...unreadScripts(project, ofCode.filter(isOurs), new Set(concerned), code),
      ...otherLanguages(ofCode, concerned),
      ...(truncated ? [{ language: 'any', files: [], why: 'folder-too-large' as const }] : []),
    ];
    const read = [...new Set((code?.modules ?? []).flatMap(({ file }) => languageOf(file.path) ?? []))].sort();
    return ok(
      { read, notRead },
      { label: 'Languages read', actual: read.join(', ') || 'none' },
      ...notRead.map(({ language, files }) => ({ label: 'Not read', actual: [language, ...files].slice(0, 4).join(', ') })),
    );
  },
});

function isOurs(file: string): boolean {
  return isScript(file) || holdsScript(file);
}

/** JavaScript and TypeScript that should have been read. In a large project only what speaks of Scalekit should. */
function unreadScripts(
  project: Project,
  scripts: readonly string[],
  concerned: ReadonlySet<string>,
  code: CodeAnalysis | undefined,
): NotRead[] {
  const modules = new Map((code?.modules ?? []).map((module) => [module.file.path, module]));
  const isFew = scripts.filter(isScript).length <= MOST_FILES;
  const found = scripts.flatMap((file): { readonly file: string; readonly why: WhyNotRead }[] => {
    const module = modules.get(file);
    if (module) return module.root.hasError ? [{ file, why: 'syntax' }] : [];
    const isMeant = concerned.has(file) || (isFew && isScript(file));
    return isMeant ? whyUnread(project, file, concerned.has(file), code !== undefined) : [];
  });
  return grouped(found);
}

function whyUnread(project: Project, file: string, isConcerned: boolean, hasCode: boolean): { file: string; why: WhyNotRead }[] {
  const source = project.read(file);
  if (source.kind === 'unreadable') {
    if (source.problem === 'missing') return [];
    return [{ file, why: source.problem === 'too-large' ? 'too-large' : 'unreadable' }];
  }
  // A large file that never speaks of Scalekit is somebody's library.
  if (source.bytes.length > MOST_BYTES) return isConcerned ? [{ file, why: 'too-large' }] : [];
  if (!hasCode) return [{ file, why: 'no-time' }];
  return isConcerned ? [{ file, why: 'too-many' }] : [];
}

/** Their code is not followed: the files that speak of Scalekit, or where none does in any language, all that there is. */
function otherLanguages(ofCode: readonly string[], concerned: readonly string[]): NotRead[] {
  const foreign = (concerned.length > 0 ? concerned : ofCode).filter((file) => !isOurs(file) && !isTestOfOthers(file));
  return grouped(foreign.map((file) => ({ file, why: 'language' as const })));
}

/** `isPlainCode` knows the tests of the languages that it knows. */
function isTestOfOthers(file: string): boolean {
  return /\.(?:py|go|java|kt|kts|scala|rb|php|cs|rs|ex|exs)$/i.test(file) && !isPlainCode(file);
}

function grouped(files: readonly { readonly file: string; readonly why: WhyNotRead }[]): NotRead[] {
  const groups = new Map<string, { readonly language: string; readonly files: string[]; readonly why: WhyNotRead }>();
  for (const { file, why } of files) {
    const language = languageOf(file) ?? 'other';
    const group = groups.get(`${language} ${why}`) ?? { language, files: [], why };
    if (group.files.length < MOST_NAMED) group.files.push(file);
    groups.set(`${language} ${why}`, group);
  }
  return [...groups.values()];
}
