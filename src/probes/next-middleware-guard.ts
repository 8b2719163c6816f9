/**
 * A Next.js middleware that asks for a login runs before every path that its matcher covers, a webhook's too. Reads its matcher and what it
 * does; one that mentions webhooks or the API at all is taken to know what it lets pass. Pure.
 */
import type { Location } from '../diagnosis/evidence.ts';
import type { CodeModule } from '../project/code/types.ts';

export interface NextGuard {
  readonly path: string;
  readonly name: string;
  readonly location: Location;
}

const file = /^(?:.*\/)?(?:src\/)?(?:middleware|proxy)\.(?:ts|js|mjs|tsx)$/;
const turnsAway =
  /(?:redirect|rewrite)\s*\(\s*new\s+URL\s*\(\s*[`'"][^`'"]*(?:login|log-in|sign-?in|auth)|status:\s*401\b|redirect\s*\([^)]{0,80}(?:login|sign-?in)/i;
/** It looks at the path by itself: what it lets pass is not read. */
const looksAtPath = /pathname|startsWith|includes\s*\(|\.match\(|\.test\(|nextUrl\.href|isPublic|public_?(?:paths|routes)/i;
const knowsBetter = /webhook|\/api\b|startsWith\s*\(\s*[`'"]\/hooks/i;

/** Guards in front of a login: one that looks at the path at all is taken to know it. */
export function nextLoginGuards(modules: readonly CodeModule[], paths: readonly string[]): NextGuard[] {
  return nextMiddlewareGuards(modules, paths, looksAtPath);
}

export function nextMiddlewareGuards(
  modules: readonly CodeModule[],
  paths: readonly string[],
  knows: RegExp = knowsBetter,
): NextGuard[] {
  return modules.flatMap(({ file: source, imports }) => {
    if (!file.test(source.path) || ![...imports.values()].some(({ specifier }) => specifier === 'next/server')) return [];
    const { text } = source;
    const matchers = matchersIn(text);
    const rest = matchers === undefined ? text : text.replace(/\bmatcher\s*:[\s\S]*$/, '');
    const asks = turnsAway.exec(text);
    if (!asks || knows.test(rest)) return [];
    return paths
      .filter((path) => matchers === undefined || matchers.some((matcher) => covers(matcher, path)))
      .map((path) => ({ path, name: source.path, location: source.locationAt(asks.index) }));
  });
}

/** Undefined where there is none: then it runs before everything. Empty where it cannot be read: then it is not said to cover anything. */
function matchersIn(text: string): string[] | undefined {
  const found = /\bmatcher\s*:\s*(\[[^\]]{0,2000}\]|[`'"][^`'"\n]{1,300}[`'"])/.exec(text);
  if (!found) return /\bmatcher\b/.test(text) ? [] : undefined;
  return [...(found[1] ?? '').matchAll(/'([^'\n]{1,300})'|"([^"\n]{1,300})"|`([^`\n$]{1,300})`/g)].map(
    ([, single, double, back]) => single ?? double ?? back ?? '',
  );
}

/** `/dashboard/:path*`, `/((?!api|_next).*)`; another shape is not read. */
function covers(matcher: string, path: string): boolean {
  const except = /^\/\(\(\?!([\w|/.$\\-]{1,250})\)\.[*+]\)$/.exec(matcher)?.[1];
  if (except !== undefined)
    return !except
      .split('|')
      .some((name) => name !== '' && path.slice(1).startsWith(name.replaceAll('\\', '').replace(/\$$/, '')));
  if (!/^\/[\w./-]*(?:\/:\w+[*+?]?)*$/.test(matcher)) return false;
  const [fixed = '', ...parts] = matcher.split('/:');
  const isOpen = parts.some((part) => /[*+]$/.test(part));
  if (parts.length === 0) return path === fixed;
  return isOpen && (path === fixed || path.startsWith(`${fixed}/`));
}
