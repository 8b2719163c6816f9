/** Asks for what comes next, as a numbered list or a line of text, and hands back the events that the answer means. */
import type { UserEvent } from '../wizard/events.ts';
import type { Session, Stage } from '../wizard/session.ts';
import { linearOutput } from './linear-output.ts';
import { type Menu, menuFor, type Option } from './menu.ts';
import { readText } from './read-text.ts';

export interface Asking {
  readonly keys: NodeJS.ReadStream;
  readonly screen: NodeJS.WriteStream;
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
}

/** Undefined: the prompt was closed, or Ctrl-C was pressed. */
export async function ask(session: Session, asking: Asking): Promise<readonly UserEvent[] | undefined> {
  const { stage, overlays } = session;
  try {
    if (overlays.length === 0 && stage.kind === 'symptom') {
      const text = await readText('What do you see? Type or paste it; Enter alone gives the list:', asking);
      if (text === undefined) return undefined;
      if (text.trim() !== '') return [{ kind: 'symptom-text', text }];
    }
    if (overlays.length === 0 && stage.kind === 'question' && stage.question.answer.kind === 'text')
      return await askWords(stage, stage.question.answer, asking);
    if (overlays.length === 0 && stage.kind === 'rehearse-command')
      return [{ kind: 'answer', given: await promptFor('The command, or Enter for what the files say:', asking) }];
    return await choose(menuFor(session), asking);
  } catch (error) {
    if (error instanceof Error && /^(?:Abort|Exit|Cancel)PromptError$/.test(error.name)) return undefined;
    throw error;
  }
}

type QuestionStage = Extract<Stage, { readonly kind: 'question' }>;
type WordsAnswer = Extract<QuestionStage['question']['answer'], { readonly kind: 'text' }>;

async function askWords(stage: QuestionStage, answer: WordsAnswer, asking: Asking): Promise<readonly UserEvent[]> {
  const { say } = asking;
  say(stage.question.title);
  say(`Why: ${stage.question.reason}`);
  if (stage.problem !== '') say(stage.problem);
  if (answer.default !== '') say(`Enter alone takes the default: ${answer.default}`);
  const given = (await promptFor('Answer (a dash if you do not know):', asking, answer.secret)).trim();
  return given === '-' ? [{ kind: 'skip-question' }] : [{ kind: 'answer', given: given === '' ? answer.default : given }];
}

/** By number. Where Enter alone would change something there is no default. */
async function choose({ heading, asks, options, preset }: Menu, asking: Asking): Promise<readonly UserEvent[] | undefined> {
  for (const text of heading) asking.say(text);
  for (const [index, { label }] of options.entries()) asking.say(`${index + 1}. ${label}`);
  for (;;) {
    const hint = preset === undefined ? '' : `, Enter for ${preset + 1}`;
    const given = (await promptFor(`${asks} Number${hint}:`, asking)).trim();
    const index = given === '' ? preset : /^\d{1,4}$/.test(given) ? Number(given) - 1 : undefined;
    const option: Option | undefined = index === undefined ? undefined : options[index];
    if (option) return option.events;
    asking.say(options.length === 1 ? 'There is only 1 to choose.' : `Choose a number from 1 to ${options.length}.`);
  }
}

/** One line by @inquirer/prompts, which brings editing; what it draws is turned into what is new of it. */
async function promptFor(message: string, { keys, screen, signal }: Asking, isSecret = false): Promise<string> {
  const { input, password } = await import('@inquirer/prompts');
  const theme = { prefix: { idle: '', done: '' }, style: { message: String, answer: String } };
  const context = { input: keys, output: linearOutput(screen), signal };
  return isSecret
    ? await password({ message, mask: '*', toggleMask: false, theme }, context)
    : await input({ message, theme }, context);
}
