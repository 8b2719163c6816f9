/** The same session line by line: for screen readers, dumb terminals and --plain. No cursor tricks; every change is a new line. */
import { plainText } from '../redaction/plain-text.ts';
import type { UserEvent } from '../wizard/events.ts';
import { isBeforeAnyLook, stoppedLook } from '../wizard/leaving.ts';
import type { Runner } from '../wizard/runner.ts';
import type { Session } from '../wizard/session.ts';
import { lastWordScreen } from '../wizard/views/last-word.ts';
import { spokenRehearsal } from '../wizard/views/rehearsal.ts';
import { screenOf } from '../wizard/views/screen.ts';
import { verdictScreen } from '../wizard/views/verdict.ts';
import { type Asking, ask } from './ask.ts';
import { tellProgress } from './progress.ts';

export interface PlainOptions {
  readonly runner: Runner;
  readonly terminal: { readonly keys: NodeJS.ReadStream; readonly screen: NodeJS.WriteStream };
  readonly signal: AbortSignal;
}

export async function runPlain({ runner, terminal, signal }: PlainOptions): Promise<number> {
  const { keys, screen } = terminal;
  const say = (text: string): void => {
    screen.write(`${plainText(text, { maxLength: 8_000 })}\n`);
  };
  const ended = runner.finished.then(
    () => 'ended' as const,
    () => 'ended' as const,
  );
  const stopTelling = tellProgress(runner, say);
  const asking: Asking = { keys, screen, signal, say };
  try {
    while (!signal.aborted && (await Promise.race([ended, waitsForUser(runner, signal)])) !== 'ended') {
      const session = runner.session();
      tell(session, say);
      const events: readonly UserEvent[] = (await ask(session, asking)) ?? [{ kind: 'interrupt' }];
      for (const event of events) runner.dispatch(event);
      // What the world says of it (“Copied.”) belongs before the next question.
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    stopTelling();
    keys.pause();
    if (keys !== process.stdin) keys.destroy();
  }
  if (signal.aborted) runner.dispatch({ kind: 'interrupt' });
  const code = await runner.finished;
  // A verdict was read out when it was reached; what was left before it was not.
  const session = runner.session();
  if (isBeforeAnyLook(session) || stoppedLook(session)) {
    const { title, lines } = lastWordScreen(session);
    for (const text of [title, ...lines.map((line) => line.text)]) say(text);
  }
  return code;
}

/** Lists that are chosen from are told by the question that follows. */
function tell(session: Session, say: (text: string) => void): void {
  const { stage, overlays } = session;
  if (stage.kind === 'rehearsed' && session.rehearsal && overlays.length === 0) {
    for (const text of spokenRehearsal(session.rehearsal)) say(text);
    return;
  }
  const { title, lines } =
    stage.kind === 'verdict' && overlays.length === 0 ? verdictScreen(session, stage, () => true) : screenOf(session, 0);
  say('');
  say(title);
  if (overlays.length === 0 && isList(stage)) return;
  for (const { text } of lines) if (stage.kind !== 'understood' || !/^[❯ ] /.test(text)) say(text.replace(/^❯ /, '  '));
}

function isList(stage: Session['stage']): boolean {
  if (stage.kind === 'failed-logins') return stage.listed?.ok === true && stage.listed.logins.length > 0;
  if (stage.kind === 'patches') return stage.listed?.ok === true && stage.listed.patches.length > 0;
  return (
    stage.kind === 'symptom' ||
    stage.kind === 'bundle-name' ||
    stage.kind === 'question' ||
    stage.kind === 'answers' ||
    stage.kind === 'help'
  );
}

/** Resolves once nothing is under way. */
function waitsForUser(runner: Runner, signal: AbortSignal): Promise<void> {
  const isSettled = ({ stage, projectLines, registry, overlays }: Session): boolean => {
    if (overlays.length > 0) return true;
    if (stage.kind === 'project') return projectLines !== undefined;
    if (stage.kind === 'symptom') return registry.length > 0;
    if (stage.kind === 'understood') return stage.recognised !== undefined;
    if (stage.kind === 'failed-logins') return stage.listed !== undefined;
    if (stage.kind === 'patches') return stage.listed !== undefined;
    if (stage.kind === 'help') return stage.topics !== undefined;
    if (stage.kind === 'bundle') return stage.preview !== undefined;
    if (stage.kind === 'rehearse') return stage.proposed !== undefined;
    return stage.kind !== 'gathering' && stage.kind !== 'working' && stage.kind !== 'rehearsing';
  };
  if (isSettled(runner.session())) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      stop();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const stop = runner.subscribe(() => {
      if (isSettled(runner.session())) done();
    });
    signal.addEventListener('abort', done, { once: true });
  });
}
