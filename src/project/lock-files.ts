/** Which version of a package a lock file names, read as text: lock files are large, and only one line of them is wanted. Pure. */
import { literal } from './literal.ts';

export type LockKind = 'npm' | 'pnpm' | 'yarn' | 'bun' | 'poetry' | 'pipenv' | 'go';

export const nodeLockFiles: readonly { readonly name: string; readonly kind: LockKind }[] = [
  { name: 'package-lock.json', kind: 'npm' },
  { name: 'npm-shrinkwrap.json', kind: 'npm' },
  { name: 'pnpm-lock.yaml', kind: 'pnpm' },
  { name: 'yarn.lock', kind: 'yarn' },
  { name: 'bun.lock', kind: 'bun' },
];

export const pythonLockFiles: readonly { readonly name: string; readonly kind: LockKind }[] = [
  { name: 'poetry.lock', kind: 'poetry' },
  { name: 'uv.lock', kind: 'poetry' },
  { name: 'pdm.lock', kind: 'poetry' },
  { name: 'Pipfile.lock', kind: 'pipenv' },
];

export function lockedVersion(kind: LockKind, text: string, name: string): string | undefined {
  return expressions[kind](literal(name))
    .map((expression) => expression.exec(text)?.[1])
    .find((version) => version !== undefined);
}

const VERSION = '(\\d[\\w.+-]*)';

/** The first that matches counts. `name` is escaped already. */
const expressions: Readonly<Record<LockKind, (name: string) => readonly RegExp[]>> = {
  npm: (name) => [
    new RegExp(`"node_modules/${name}"\\s*:\\s*\\{[^{}]*?"version"\\s*:\\s*"${VERSION}"`),
    new RegExp(`"[^"]*/node_modules/${name}"\\s*:\\s*\\{[^{}]*?"version"\\s*:\\s*"${VERSION}"`),
    new RegExp(`"${name}"\\s*:\\s*\\{\\s*"version"\\s*:\\s*"${VERSION}"`),
  ],
  pnpm: (name) => [
    new RegExp(`^[ \\t]+['"]?${name}['"]?:\\s*\\n\\s+specifier:[^\\n]*\\n\\s+version:\\s*['"]?${VERSION}`, 'm'),
    new RegExp(`^[ \\t]+['"]?/?${name}[@/]${VERSION}`, 'm'),
  ],
  yarn: (name) => [new RegExp(`^"?${name}@[^\\n]*:\\s*\\n\\s+version:?\\s+"?${VERSION}`, 'm')],
  bun: (name) => [new RegExp(`"${name}"\\s*:\\s*\\[\\s*"${name}@${VERSION}"`)],
  poetry: (name) => [new RegExp(`^name\\s*=\\s*"${name}"\\s*\\nversion\\s*=\\s*"${VERSION}"`, 'im')],
  pipenv: (name) => [new RegExp(`"${name}"\\s*:\\s*\\{[^{}]*?"version"\\s*:\\s*"==${VERSION}"`, 'i')],
  go: (name) => [new RegExp(`^[ \\t]*(?:require[ \\t]+)?${name}(?:/v\\d+)?\\s+v${VERSION}`, 'm')],
};

/** Does a version lie in a range as manifests write it? By the major version alone, and not below what is asked for. */
export function fits(version: string, range: string): boolean {
  const asked = /^[\^~>=v\s]*(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(range);
  const has = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(version);
  if (!asked || !has) return true;
  const numbers = (found: RegExpExecArray): number[] => found.slice(1, 4).map((part) => Number(part ?? 0));
  const [major = 0, minor = 0, patch = 0] = numbers(asked);
  const [ownMajor = 0, ownMinor = 0, ownPatch = 0] = numbers(has);
  if (ownMajor !== major) return ownMajor > major && />/.test(range);
  return ownMinor !== minor ? ownMinor > minor : ownPatch >= patch;
}
