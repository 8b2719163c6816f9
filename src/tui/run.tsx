/** Shows a session in a terminal until it ends, and leaves the terminal as it was with the last word on it. */
import { render } from 'ink';
import type { Runner } from '../wizard/runner.ts';
import { screenOf } from '../wizard/views/screen.ts';
import { App } from './app.tsx';

export interface TuiOptions {
  readonly runner: Runner;
  readonly terminal: { readonly keys: NodeJS.ReadStream; readonly screen: NodeJS.WriteStream };
  readonly colour: boolean;
  readonly signal: AbortSignal;
}

/** Key press to frame within 12 ms wants Ink to draw more often than it does by itself. */
const MAX_FPS = 250;

export async function runTui({ runner, terminal: { keys, screen }, colour, signal }: TuiOptions): Promise<number> {
  const instance = render(<App runner={runner} colour={colour} />, {
    stdin: keys,
    stdout: screen,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: MAX_FPS,
    incrementalRendering: true,
  });
  const interrupted = new Promise<number>((resolve) => {
    if (signal.aborted) resolve(130);
    signal.addEventListener('abort', () => resolve(130), { once: true });
  });
  const code = await Promise.race([runner.finished, interrupted]);
  instance.clear();
  instance.unmount();
  const { title, lines } = screenOf({ ...runner.session(), overlays: [], scroll: 0 }, performance.now());
  if (runner.session().stage.kind === 'verdict' || runner.session().stage.kind === 'proof') {
    screen.write(
      `${title}\n${lines
        .slice(0, 12)
        .map(({ text }) => text)
        .join('\n')}\n`,
    );
  }
  if (keys.isTTY) keys.setRawMode(false);
  // A device of our own (/dev/tty) would keep the process alive.
  keys.pause();
  if (keys !== process.stdin) keys.destroy();
  return code;
}
