/** Shows a session in a terminal until it ends, and leaves the terminal as it was with the last word on it. */
import { render } from 'ink';
import type { Runner } from '../wizard/runner.ts';
import { App } from './app.tsx';
import { lastWord } from './last-word.ts';
import { enterTerminal } from './terminal-modes.ts';

export interface TuiOptions {
  readonly runner: Runner;
  readonly terminal: { readonly keys: NodeJS.ReadStream; readonly screen: NodeJS.WriteStream };
  readonly colour: boolean;
}

/** Key press to frame within 12 ms wants Ink to draw more often than it does by itself. */
const MAX_FPS = 250;

export async function runTui({ runner, terminal: { keys, screen }, colour }: TuiOptions): Promise<number> {
  const instance = render(<App runner={runner} colour={colour} />, {
    stdin: keys,
    stdout: screen,
    exitOnCtrlC: false,
    patchConsole: false,
    maxFps: MAX_FPS,
    incrementalRendering: true,
  });
  const leaveTerminal = enterTerminal(keys, screen);
  try {
    return await runner.finished;
  } finally {
    // The last frame makes room for what is worth keeping.
    instance.clear();
    instance.unmount();
    screen.write(lastWord(runner.session(), screen.columns || 80));
    leaveTerminal();
  }
}
