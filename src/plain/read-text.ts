/** Reads a symptom: typed, or pasted with all its lines, up to ten megabytes. What is pasted is counted, never echoed. */
import { StringDecoder } from 'node:string_decoder';
import { plainText } from '../redaction/plain-text.ts';
import type { Asking } from './ask.ts';

/** A line break ends the text when nothing follows it for so long: a paste comes faster, nobody types faster. */
const PAUSE_MS = 60;
/** Nobody types more than that at once. */
const MOST_TYPED = 12;
const MOST_CHARACTERS = 10 * 1024 * 1024;

/** Undefined: Ctrl-C, or there is nothing more to read. */
export function readText(question: string, { keys, screen, signal }: Asking): Promise<string | undefined> {
  const decoder = new StringDecoder('utf8');
  const pieces: string[] = [];
  let length = 0;
  let typed = '';
  let wasPasted = false;
  let pause: NodeJS.Timeout | undefined;
  screen.write(`${question} `);
  return new Promise((resolve) => {
    const finish = (text: string | undefined): void => {
      clearTimeout(pause);
      keys.removeListener('data', take);
      keys.removeListener('end', ended);
      signal.removeEventListener('abort', cancelled);
      if (keys.isTTY) keys.setRawMode(false);
      keys.pause();
      if (wasPasted && text !== undefined) screen.write(`${text.trimEnd().length} characters pasted.`);
      screen.write('\n');
      resolve(text);
    };
    const all = (): string => pieces.join('') + typed;
    const cancelled = (): void => finish(undefined);
    const ended = (): void => finish(length + typed.length === 0 ? undefined : all());
    const take = (chunk: Buffer | string): void => {
      const text = (typeof chunk === 'string' ? chunk : decoder.write(chunk)).replace(/\r\n?/g, '\n');
      clearTimeout(pause);
      if (text === '\u0003' || (text === '\u0004' && length + typed.length === 0)) {
        finish(undefined);
        return;
      }
      if (isTyping(text)) edit(text);
      else paste(text);
      if (text.endsWith('\n') || text === '\u0004') pause = setTimeout(() => finish(all()), PAUSE_MS);
    };
    /** Letters as they come, with Backspace. */
    const edit = (text: string): void => {
      for (const letter of text) {
        if (letter === '\u007f' || letter === '\b') {
          if (typed !== '') screen.write('\b \b');
          typed = [...typed].slice(0, -1).join('');
        } else if (letter >= ' ') {
          typed += letter;
          screen.write(plainText(letter));
        }
      }
    };
    const paste = (text: string): void => {
      wasPasted = true;
      pieces.push(typed, text.slice(0, Math.max(0, MOST_CHARACTERS - length)));
      typed = '';
      length += text.length;
    };
    if (keys.isTTY) keys.setRawMode(true);
    keys.on('data', take);
    keys.once('end', ended);
    signal.addEventListener('abort', cancelled, { once: true });
    if (signal.aborted) cancelled();
    else keys.resume();
  });

  /** Few characters, with a line break at most at their end. Once something was pasted, the lines that follow belong to it. */
  function isTyping(text: string): boolean {
    return text.length <= MOST_TYPED && !/\n[^\n]/.test(text) && !(wasPasted && text !== '\n');
  }
}
