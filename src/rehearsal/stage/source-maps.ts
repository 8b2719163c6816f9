/** Places in what a bundler or compiler wrote → places in the sources, by the maps that lie beside it. Reads files of the project only. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import type { Location } from '../../diagnosis/evidence.ts';
import { sourceLineOf } from './same-code.ts';

export interface PlaceMapper {
  /** Undefined: a place in generated code that nothing leads back from. */
  readonly toSource: (location: Location) => Location | undefined;
}

/** Nobody edits what is in these. */
const GENERATED = /^(?:\.next|\.nuxt|\.output|\.svelte-kit|\.astro|\.vercel|\.turbo|node_modules)\//;
/** Compiled by the project itself: without a map the line there is better than none. */
const COMPILED = /^((?:[\w.-]+\/)*?)(?:dist|build|out|lib)\/(.+)\.[cm]?js$/;
const MOST_TEXT = 2 * 1024 * 1024;
const MOST_BYTES = 30 * 1024 * 1024;

export function placeMapper(root: string): PlaceMapper {
  const maps = new Map<string, SourceMap | undefined>();
  const mapOf = (file: string): SourceMap | undefined => {
    if (!maps.has(file)) maps.set(file, readMap(path.join(root, `${file}.map`)));
    return maps.get(file);
  };
  return {
    toSource: (location) => {
      const isGenerated = GENERATED.test(location.file);
      if (!isGenerated && !COMPILED.test(location.file)) return location;
      const mapped = lookUp(mapOf(location.file), location, root);
      return mapped ?? (isGenerated ? undefined : (besideIt(location, root) ?? location));
    },
  };
}

/** The TypeScript source of the same name, where the compiler was not asked for a map. */
function besideIt({ file, line, column }: Location, root: string): Location | undefined {
  const [, folder = '', rest = ''] = COMPILED.exec(file) ?? [];
  const names = [`${folder}src/${rest}`, `${folder}${rest}`].flatMap((name) =>
    ['.ts', '.tsx', '.mts', '.cts'].map((end) => name + end),
  );
  const source = names.find((name) => existsSync(path.join(root, name)));
  const [compiled, own] = [file, source].map((name) => (name === undefined ? undefined : textOf(path.join(root, name))));
  if (source === undefined || compiled === undefined || own === undefined) return undefined;
  const found = sourceLineOf(compiled, own, line, column);
  return found === undefined ? undefined : { file: source, line: found, column: 1 };
}

function textOf(file: string): string | undefined {
  try {
    return statSync(file).size > MOST_TEXT ? undefined : readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function lookUp(map: SourceMap | undefined, { file, line, column }: Location, root: string): Location | undefined {
  if (!map) return undefined;
  const entry = map.findEntry(line - 1, column - 1);
  if (!('originalSource' in entry) || typeof entry.originalSource !== 'string') return undefined;
  const source = sourceFile(entry.originalSource, file, root);
  return source === undefined ? undefined : { file: source, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
}

/** Bundlers name sources in their own ways: `webpack://app/./src/a.ts`, `[project]/src/a.ts`, `../src/a.ts`. */
function sourceFile(named: string, generated: string, root: string): string | undefined {
  const plain = named
    .replace(/^file:\/\//, '')
    .replace(/^[a-z-]+:\/\/[^/]*\//, '')
    .replace(/^\[project\]\//, '')
    .replace(/^\([\w-]+\)\//, '')
    .replace(/[?#].*$/, '');
  const candidates = [
    plain.startsWith(root) ? plain.slice(root.length + 1) : plain,
    path.posix.join(path.posix.dirname(generated), plain),
  ].map((one) => path.posix.normalize(one));
  return candidates.find(
    (one) =>
      !one.startsWith('..') && !path.isAbsolute(one) && !/(?:^|\/)node_modules\//.test(one) && existsSync(path.join(root, one)),
  );
}

/** Written into the last line of the file itself. */
function inlineMap(file: string): SourceMap | undefined {
  const map = /\/\/# sourceMappingURL=data:application\/json;(?:charset=[\w-]+;)?base64,([\w+/=]+)\s*$/.exec(
    textOf(file) ?? '',
  )?.[1];
  try {
    return map === undefined ? undefined : new SourceMap(JSON.parse(Buffer.from(map, 'base64').toString('utf8')));
  } catch {
    return undefined;
  }
}

function readMap(file: string): SourceMap | undefined {
  try {
    if (statSync(file).size > MOST_BYTES) return undefined;
    return new SourceMap(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return inlineMap(file.slice(0, -'.map'.length));
  }
}
