/** Does the app run a module? Snippets of a documentation and left-over files are code, too. Pure. */
import type { CodeAnalysis, CodeModule } from './types.ts';

const aside = /(?:^|\/)(?:docs?|documentation|examples?|snippets?|samples?|legacy|old|backup|archive)\//i;

/** False where that was not seen: what starts the app does not lead there, and no route is answered there. */
export function isLive({ file }: CodeModule, code: Pick<CodeAnalysis, 'reached' | 'handlers'>): boolean {
  if (code.handlers.some((handler) => handler.reached.some(({ module }) => module.file.path === file.path))) return true;
  return code.reached ? code.reached.has(file.path) : !aside.test(file.path);
}
