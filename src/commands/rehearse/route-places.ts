/** Where the handler of a path is written: what a rehearsal names where nothing that ran says it. Pure. */
import type { Location } from '../../diagnosis/evidence.ts';
import { placeOf } from '../../project/code/place.ts';
import type { Handler } from '../../project/code/types.ts';
import type { RoutePlace } from '../../rehearsal/stage/facts.ts';
import type { WrittenRoute } from './routes.ts';

const MOST_PLACES = 200;

export function routePlaces(
  handlers: readonly Handler[],
  written: readonly WrittenRoute[],
  texts: ReadonlyMap<string, string>,
): RoutePlace[] {
  const known = handlers.map((handler) => ({
    path: handler.path,
    method: handler.method,
    location: placeOf(handler.module.file, handler.node).location,
  }));
  const paths = new Set(known.map(({ path }) => path));
  const others = written
    .filter(({ path }) => !paths.has(path))
    .flatMap(({ path, method, file }) => {
      const location = lineWith(path, file, texts.get(file) ?? '');
      return location ? [{ path, method, location }] : [];
    });
  return [...known, ...others].slice(0, MOST_PLACES);
}

/** The one line of a file that has the path, or what follows a prefix of it, in quotes. */
function lineWith(path: string, file: string, text: string): Location | undefined {
  const parts = path.split('/').filter(Boolean);
  const lines = text.split('\n');
  for (let at = 0; at < parts.length; at++) {
    const tail = parts.slice(at).join('/');
    const quoted = ['"', "'", '`'].flatMap((quote) => [
      `${quote}/${tail}${quote}`,
      `${quote}${tail}${quote}`,
      `${quote}/${tail}/${quote}`,
    ]);
    const found = lines.flatMap((line, index) => (quoted.some((one) => line.includes(one)) ? [index] : []));
    const [only] = found;
    if (only !== undefined) return found.length === 1 ? { file, line: only + 1, column: 1 } : undefined;
  }
  return undefined;
}
