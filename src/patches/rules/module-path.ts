/** How one module of the project names another one in an import. Pure. */
import type { CodeModule } from '../../project/code/types.ts';

/** With the ending that the module's other imports have. */
export function relativeSpecifier(from: CodeModule, to: CodeModule): string {
  const here = from.file.path.split('/').slice(0, -1);
  const there = to.file.path.split('/');
  let common = 0;
  while (common < here.length && here[common] === there[common]) common += 1;
  const up = here.length - common;
  const path = `${up === 0 ? './' : '../'.repeat(up)}${there.slice(common).join('/')}`;
  const endings = from.loads
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier }) => /\.[cm]?[jt]sx?$/.exec(specifier)?.[0]);
  const ending = endings[0] ?? (endings.length === 0 && from.isEsm && /\.[cm]?js$/.test(from.file.path) ? '.js' : '');
  return path.replace(/\.[cm]?[jt]sx?$/, '') + ending;
}
