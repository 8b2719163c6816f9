/** Turns the output of a prompt that redraws its line at every key into one that only goes on: what is new is written, nothing is erased. */
import { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';

/** Takes back one character without moving anything else; every terminal knows it. */
const RUB_OUT = '\b \b';

export function linearOutput(screen: NodeJS.WritableStream): NodeJS.WritableStream {
  let shown = '';
  return new Writable({
    write: (chunk: Buffer | string, _encoding, done) => {
      const text = stripVTControlCharacters(chunk.toString()).replaceAll('\r', '').replace(/^ /, '');
      if (text === '\n') {
        screen.write('\n');
        shown = '';
      } else if (text !== '') {
        screen.write(addition(shown, text));
        shown = text;
      }
      done();
    },
  });
}

function addition(before: string, after: string): string {
  if (after.startsWith(before)) return after.slice(before.length);
  if (before.startsWith(after)) return RUB_OUT.repeat(before.length - after.length);
  return `\n${after}`;
}
