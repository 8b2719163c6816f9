/** Stack traces that an app on the JVM has written: the project's own frames of what was thrown first. Other people's output. Pure. */
import type { Location } from '../../diagnosis/evidence.ts';
import type { Panic } from './crashes.ts';

const TRACE = /(?:^(?:[ \t]+at [^\n]+|Caused by: [^\n]+|[ \t]+\.\.\. \d+ (?:more|common frames omitted))(?:\r?\n|$)){2,}/gm;
const FRAME = /^[ \t]+at (?:[\w.@-]+\/{1,2})?([\w$.]+)\.[\w$<>-]+\(([\w$-]+\.(?:java|kt)):(\d+)\)/;
const THROWN = /(?:^|[\s:])((?:[a-z][\w]*\.)+[A-Z]\w*(?:Exception|Error))\b/;
const MOST_FRAMES = 8;

/** @param files of the project, relative to it. */
export function javaTracesIn(output: string, files: readonly string[]): Panic[] {
  return [...output.matchAll(TRACE)].flatMap((match) => {
    const head = output.slice(output.lastIndexOf('\n', match.index - 2) + 1, match.index);
    const parts = `${head}${match[0]}`.split(/^(?=Caused by: )/m).map((part) => ({ part, frames: framesIn(part, files) }));
    // What was thrown first stands last; it may have come from a library.
    const last = parts.findLast(({ frames }) => frames.length > 0);
    if (!last) return [];
    const said = THROWN.exec(parts.at(-1)?.part.split('\n')[0] ?? '')?.[1]
      ?.split('.')
      .at(-1);
    return [{ said: said ?? 'exception', frames: last.frames }];
  });
}

function framesIn(part: string, files: readonly string[]): Location[] {
  const found = new Map<string, Location>();
  for (const row of part.split('\n')) {
    const [, type = '', name = '', line = ''] = FRAME.exec(row) ?? [];
    const file = name === '' ? undefined : fileOf(type, name, files);
    if (file !== undefined) found.set(`${file}:${line}`, { file, line: Number(line), column: 1 });
  }
  return [...found.values()].slice(0, MOST_FRAMES);
}

/** By its package; where folders do not follow packages, by a name that no other file has. */
function fileOf(type: string, name: string, files: readonly string[]): string | undefined {
  const named = files.filter((file) => file === name || file.endsWith(`/${name}`));
  const folder = type.split('.').slice(0, -1).join('/');
  const inPackage = named.filter((file) => folder !== '' && `/${file}`.includes(`/${folder}/${name}`));
  if (inPackage.length === 1) return inPackage[0];
  return named.length === 1 && name.endsWith('.kt') ? named[0] : undefined;
}
