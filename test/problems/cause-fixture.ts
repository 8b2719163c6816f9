/** What a cause's fixture says: how the healthy app is broken, and what the user would do by hand where no patch does it. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RunningSandbox } from '../../src/sandbox/index.ts';

/** The broken app while the fixture works on it. */
export interface BrokenApp {
  readonly folder: string;
  readonly sandbox: RunningSandbox;
  /** Origin of the app. Nothing answers there. */
  readonly base: string;
  /** Of the environment that does not know the client; only with `otherEnvironment`. */
  readonly otherUrl: string;
  readonly edit: (file: string, change: (text: string) => string) => void;
  /** Puts a file of the healthy app back as it was: what a user who follows the steps would come to. */
  readonly restore: (file: string) => void;
}

export interface CauseFixture {
  /** Breaks the files of the healthy Express app. Must change something. */
  readonly breakFiles?: (app: BrokenApp) => void;
  /** Switches of the sandbox. */
  readonly faults?: readonly string[];
  /** What a user who follows the steps of the remedy does. Only where the remedy is no patch and no change. */
  readonly byHand?: (app: BrokenApp) => void | Promise<void>;
  /** What the user pastes: for causes that nothing but a paste shows. The healthy app with the mended paste must be healthy. */
  readonly pasted?: (app: BrokenApp) => string | Promise<string>;
  /** What the user pastes after the remedy; without it, nothing is pasted then. */
  readonly pastedAfterwards?: (app: BrokenApp) => string | Promise<string>;
  /** What the user answers, by the question's id, as typed. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Something that has to run beside the app (an endpoint that answers); closed after the test. */
  readonly serve?: (app: BrokenApp) => Promise<{ readonly close: () => Promise<void> | void }>;
  /** A second environment that is started first; the app's files may name it. */
  readonly otherEnvironment?: boolean;
}

/** The port that the fixtures name. */
export const WRITTEN_PORT = 3000;

export function onPort(text: string, from: number, to: number): string {
  return text.replace(new RegExp(`\\b${from}\\b`, 'g'), String(to));
}

/** The fixture sees and writes the port that it names, whichever the app has. */
export function editorOf(folder: string, port = WRITTEN_PORT): BrokenApp['edit'] {
  return (file, change) => {
    const target = path.join(folder, file);
    const before = onPort(readFileSync(target, 'utf8'), port, WRITTEN_PORT);
    const after = change(before);
    if (after === before) throw new Error(`The fixture changes nothing in ${file}.`);
    writeFileSync(target, onPort(after, WRITTEN_PORT, port));
  };
}

/** Puts another value behind a name of the env file. */
export function setEnv(app: BrokenApp, name: string, value: string): void {
  app.edit('.env', (text) => text.replace(new RegExp(`^${name}=.*$`, 'm'), () => `${name}=${value}`));
}
