/** The same session line by line: for screen readers, dumb terminals and --plain. No cursor tricks; every change is a new line. */
import type { FactState } from '../diagnosis/fact-sheet.ts';
import { plainText } from '../redaction/plain-text.ts';
import type { WizardEvent } from '../wizard/events.ts';
import { bindings } from '../wizard/keys.ts';
import type { Runner } from '../wizard/runner.ts';
import { type Session, symptomChoices } from '../wizard/session.ts';
import { screenOf } from '../wizard/views/screen.ts';

export interface PlainOptions {
  readonly runner: Runner;
  readonly terminal: { readonly keys: NodeJS.ReadStream; readonly screen: NodeJS.WriteStream };
  /** Not used: words need none. */
  readonly colour?: boolean;
  readonly signal: AbortSignal;
}

/** Stages that end by themselves. */
const waiting = new Set(['gathering', 'working']);

export async function runPlain({ runner, terminal, signal }: PlainOptions): Promise<number> {
  const { screen } = terminal;
  const say = (text: string): void => {
    screen.write(`${plainText(text, { maxLength: 8_000 })}\n`);
  };
  let code: number | undefined;
  void runner.finished.then((value) => {
    code = value;
  });
  const stopTelling = runner.subscribe(progressTeller(runner, say));
  try {
    while (code === undefined && !signal.aborted) {
      await settled(runner, signal);
      if (code !== undefined || signal.aborted) break;
      const session = runner.session();
      say('');
      const { title, lines } = screenOf(session, performance.now());
      say(title);
      if (session.stage.kind !== 'symptom' && session.stage.kind !== 'question') for (const { text } of lines) say(text);
      const event = await ask(session, terminal, signal);
      runner.dispatch(event ?? { kind: 'interrupt' });
      await Promise.resolve();
    }
  } finally {
    stopTelling();
  }
  return signal.aborted ? 130 : runner.finished;
}

/** Says each probe as it is settled, and nothing twice. */
function progressTeller(runner: Runner, say: (text: string) => void): () => void {
  const told = new Map<string, FactState>();
  return () => {
    const { sheet, graph, stage } = runner.session();
    if (stage.kind !== 'gathering') return;
    for (const probe of graph.probes) {
      const state = sheet.states.get(probe.id);
      if (state?.phase !== 'settled' || told.get(probe.id) === state) continue;
      told.set(probe.id, state);
      if (state.outcome.status !== 'skipped') say(`${state.outcome.status}: ${probe.title}`);
    }
  };
}

/** Resolves once the session waits for the user. */
function settled(runner: Runner, signal: AbortSignal): Promise<void> {
  const isSettled = ({ stage, projectLines }: Session): boolean => {
    if (waiting.has(stage.kind)) return false;
    if (stage.kind === 'project') return projectLines !== undefined;
    if (stage.kind === 'understood') return stage.recognised !== undefined;
    if (stage.kind === 'bundle') return stage.preview !== undefined;
    return true;
  };
  if (isSettled(runner.session())) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = runner.subscribe(() => {
      if (!isSettled(runner.session())) return;
      stop();
      resolve();
    });
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Undefined: the prompt was closed. */
async function ask(
  session: Session,
  { keys, screen }: PlainOptions['terminal'],
  signal: AbortSignal,
): Promise<WizardEvent | undefined> {
  const prompts = await import('@inquirer/prompts');
  const context = { input: keys, output: screen, signal };
  try {
    if (session.stage.kind === 'symptom') return await askSymptom(session, context, prompts);
    if (session.stage.kind === 'question') return await askQuestion(session.stage, context, prompts);
    const choices = bindings(session)
      .filter(
        ({ event }) =>
          !['move', 'scroll', 'interrupt'].includes(event.kind) && !(event.kind === 'overlay' && event.overlay === 'keys'),
      )
      .map(({ label, event }) => ({ name: label, value: event }));
    return await prompts.select({ message: 'What next?', choices }, context);
  } catch {
    return undefined;
  }
}

type Prompts = typeof import('@inquirer/prompts');
interface PromptContext {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly signal: AbortSignal;
}

/** The words are typed first; what they find is then chosen from, as in the other face. */
async function askSymptom(session: Session, context: PromptContext, prompts: Prompts): Promise<WizardEvent> {
  const words = await prompts.input({ message: 'What do you see? Paste or type it, or press Enter for the list:' }, context);
  if (words.trim() !== '') return { kind: 'symptom-text', text: words };
  const choices = symptomChoices(session).map((choice, index) => ({
    name:
      choice.kind === 'problem'
        ? choice.problem.title
        : choice.kind === 'resume'
          ? 'Go on where you left off'
          : 'Something is wrong, I do not know what',
    value: index,
  }));
  return { kind: 'symptom-choice', index: await prompts.select({ message: 'What is wrong?', choices }, context) };
}

async function askQuestion(
  stage: Extract<Session['stage'], { readonly kind: 'question' }>,
  context: PromptContext,
  prompts: Prompts,
): Promise<WizardEvent> {
  const { question } = stage;
  const message = `${question.title} (${question.reason})`;
  if (question.answer.kind === 'choice') {
    const choices = [
      ...question.answer.choices.map(({ label, value }) => ({ name: label, value })),
      { name: 'I do not know', value: '' },
    ];
    const value = await prompts.select({ message, choices, default: question.answer.default }, context);
    return value === '' ? { kind: 'skip-question' } : { kind: 'answer', given: value };
  }
  const given = question.answer.secret
    ? await prompts.password({ message, mask: true }, context)
    : await prompts.input({ message, default: question.answer.default }, context);
  return { kind: 'answer', given };
}
