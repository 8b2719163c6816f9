/** Recognises stack traces of Node, Python, Go and Java in one pass over the lines. */

import { safeProse } from '../safe-prose.ts';
import type { StackFrame, StackTraceArtefact } from '../types.ts';
import { linesOf, rangeOf, type Source, shown } from './source.ts';

type Language = StackTraceArtefact['language'];
interface Building {
  readonly language: Language;
  readonly start: number;
  end: number;
  exception: string;
  message: string;
  readonly frames: StackFrame[];
}

const mostTraces = 20;
const mostFrames = 50;
const node =
  /^\s{1,12}at (?:(?:async )?([^\s(]{1,200})(?: \[as [^\]]{1,80}\])? )?\(?((?:file:\/\/|node:|[A-Za-z]:)?[^():\s]{1,400}):(\d{1,7}):(\d{1,7})\)?/;
const java = /^\s{1,12}at ([\w.$/@]{1,300})\(([\w.-]{1,120}\.(?:java|kt)):(\d{1,7})\)/;
const python = /^\s{0,12}File "([^"]{1,400})", line (\d{1,7})(?:, in (.{1,200}))?/;
const go = /^\s{1,8}(\/[^\s:]{1,400}\.go):(\d{1,7})/;
const headline =
  /^(?:\S{1,80}\s){0,6}?((?:[\w$]{1,60}\.){0,8}[A-Z][\w$]{1,80}(?:Error|Exception|Failure|Panic)?)(?: \[[\w_]{1,60}\])?:\s?(.{0,1000})$/;

export function recogniseStackTraces(source: Source): StackTraceArtefact[] {
  const { text } = source.view;
  const done: Building[] = [];
  let open: Building | undefined;
  let before: { text: string; start: number } = { text: '', start: 0 };
  const close = (): void => {
    if (open && open.frames.length > 0 && done.length < mostTraces) done.push(open);
    open = undefined;
  };
  for (const line of linesOf(text)) {
    const frame = frameOf(line.text);
    if (frame) {
      if (!open || open.language !== frame.language) {
        close();
        open = { language: frame.language, start: before.start, end: line.end, ...exceptionOf(before.text), frames: [] };
      }
      if (open.frames.length < mostFrames) open.frames.push(frame.frame);
      open.end = line.end;
    } else if (open?.language === 'python') {
      const last = headline.exec(line.text.trim());
      if (last) {
        Object.assign(open, exceptionOf(line.text));
        open.end = line.end;
        close();
      } else if (!/^\s/.test(line.text)) close();
    } else if (open && !/^\s+(?:at|\.\.\.)|^Caused by|^[\w./*()]+\(/.test(line.text)) close();
    if (!frame) before = line;
  }
  close();
  return done.map((trace) => describe(source, trace));
}

function frameOf(line: string): { readonly language: Language; readonly frame: StackFrame } | undefined {
  // The cheap test first: logs have a hundred thousand lines.
  const first = line.trimStart().slice(0, 6);
  if (first.startsWith('at ')) {
    const inJava = java.exec(line);
    if (inJava) return { language: 'java', frame: frameAt(inJava[2], inJava[3], inJava[1]) };
    const inNode = node.exec(line);
    return inNode
      ? { language: 'javascript', frame: { ...frameAt(inNode[2], inNode[3], inNode[1]), column: Number(inNode[4]) } }
      : undefined;
  }
  if (first.startsWith('File "')) {
    const inPython = python.exec(line);
    return inPython ? { language: 'python', frame: frameAt(inPython[1], inPython[2], inPython[3]) } : undefined;
  }
  const inGo = first.startsWith('/') ? go.exec(line) : null;
  return inGo ? { language: 'go', frame: frameAt(inGo[1], inGo[2], undefined) } : undefined;
}

function frameAt(file = '', line = '0', name: string | undefined): StackFrame {
  return { file: shown(file, 400), line: Number(line), ...(name === undefined ? {} : { function: shown(name, 200) }) };
}

function exceptionOf(line: string): { exception: string; message: string } {
  const match = headline.exec(line.trim());
  return { exception: shown(match?.[1] ?? '', 160), message: safeProse(match?.[2] ?? line, 500) };
}

function describe(source: Source, { language, start, end, exception, message, frames }: Building): StackTraceArtefact {
  const top = frames[language === 'python' ? frames.length - 1 : 0];
  return {
    kind: 'stack-trace',
    label: `Stack trace${exception === '' ? '' : ` of ${exception}`}${top ? ` at ${top.file}:${top.line}` : ''}`,
    range: rangeOf(source, start, end),
    exception,
    message,
    language,
    frames: language === 'python' ? frames.reverse() : frames,
    values: { ...(exception === '' ? {} : { exception }), message },
  };
}
