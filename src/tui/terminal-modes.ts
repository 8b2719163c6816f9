/** What a terminal is asked for while the wizard runs, and how it is left however the wizard ends. */
import { writeSync } from 'node:fs';

/** Pastes come between marks, so that none of their lines is taken for a key. */
const MARK_PASTES = '\u001b[?2004h';
const PASTES_AS_BEFORE = '\u001b[?2004l';
const SHOW_CURSOR = '\u001b[?25h';

/** @returns what leaves the terminal as it was; to be called once nothing is drawn any more. */
export function enterTerminal(keys: NodeJS.ReadStream, screen: NodeJS.WriteStream): () => void {
  // A crash, or a second Ctrl-C, ends the process without anybody being asked.
  const atExit = (): void => {
    try {
      if ('fd' in screen && typeof screen.fd === 'number') writeSync(screen.fd, PASTES_AS_BEFORE + SHOW_CURSOR);
    } catch {
      // The terminal is gone.
    }
  };
  process.once('exit', atExit);
  screen.write(MARK_PASTES);
  return () => {
    process.removeListener('exit', atExit);
    screen.write(PASTES_AS_BEFORE + SHOW_CURSOR);
    try {
      if (keys.isTTY) keys.setRawMode(false);
    } catch {
      // The terminal is gone.
    }
    // A device of our own (/dev/tty) would keep the process alive.
    keys.pause();
    if (keys !== process.stdin) keys.destroy();
  };
}
