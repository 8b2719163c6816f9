/** A terminal made of streams, as a screen reader's may be: what is pressed goes in, what is said comes out. */
import { PassThrough } from 'node:stream';

export interface StreamTerminal {
  readonly terminal: { readonly keys: NodeJS.ReadStream; readonly screen: NodeJS.WriteStream };
  readonly press: (text: string) => void;
  /** Resolves as soon as it was said after what was waited for last. */
  readonly hear: (text: string) => Promise<void>;
  readonly said: () => string;
}

export function streamTerminal(): StreamTerminal {
  const keys = Object.assign(new PassThrough(), { isTTY: false, setRawMode: () => {} });
  const screen = Object.assign(new PassThrough(), { isTTY: false, columns: 80, rows: 24 });
  // As with the real standard output, no prompt can end it.
  screen.end = () => screen;
  let said = '';
  screen.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  let from = 0;
  const hear = async (text: string): Promise<void> => {
    const until = performance.now() + 5_000;
    for (let at = said.indexOf(text, from); ; at = said.indexOf(text, from)) {
      if (at !== -1) {
        from = at + text.length;
        return;
      }
      if (performance.now() > until) throw new Error(`Never heard ${text}:\n${said.slice(from)}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return {
    terminal: { keys: keys as unknown as NodeJS.ReadStream, screen: screen as unknown as NodeJS.WriteStream },
    press: (text) => keys.write(text),
    hear,
    said: () => said,
  };
}
