/** The wizard: chooses the face, opens the terminal, and runs the session until it ends. The face comes first, the rest is loaded behind it. */
import { COULD_NOT_RUN } from '../exit-codes.ts';
import type { LoadedWorld } from '../wizard/runner.ts';
import type { CommandIo, OptionsOf } from './options.ts';

export async function run(options: OptionsOf<'wizard'>, io: CommandIo): Promise<number> {
  if (options.dotenv.length > 0) await (await import('./named-env-files.ts')).checkNamedEnvFiles(options, io);
  const terminal = io.terminal();
  if (!terminal) {
    io.stderr.write('There is no terminal to show the wizard in; `scalekit-fix check` needs none.\n');
    return COULD_NOT_RUN;
  }
  // A terminal that was closed need not send a signal: its keys end, or cannot be read any more.
  const closed = new AbortController();
  const gone = (): void => {
    // Prompts put the terminal back when they end, which throws where there is none.
    terminal.keys.setRawMode = () => terminal.keys;
    closed.abort();
  };
  for (const event of ['end', 'error', 'close']) terminal.keys.on(event, gone);
  const signal = AbortSignal.any([io.signal, closed.signal]);
  // At once: a key pressed while the rest is loaded would be echoed into the first frame, and Enter would scroll it.
  if (!options.plain && terminal.keys.isTTY) terminal.keys.setRawMode(true);
  const face = options.plain ? (await import('../plain/run.ts')).runPlain : (await import('../tui/run.tsx')).runTui;
  const { startRunner } = await import('../wizard/runner.ts');
  // One turn of the event loop later, when the first frame has gone out.
  const settings = new Promise<void>((resolve) => setTimeout(resolve, 0))
    .then(() => import('../settings.ts'))
    .then(({ openSettings }) => openSettings(io.env));
  const runner = startRunner({
    world: settings.then(async (opened): Promise<LoadedWorld> => {
      const { createHost } = await import('./host.ts');
      return { host: await createHost(options, io), unfinished: opened.unfinished(options.cwd) };
    }),
    symptom: options.symptom,
    signal,
    remember: (unfinished) => void settings.then((opened) => opened.rememberUnfinished(options.cwd, unfinished)),
  });
  const code = await face({ runner, terminal, colour: options.color, signal });
  // Who only looked in has settled nothing.
  const { isBeforeAnyLook } = await import('../wizard/leaving.ts');
  if (code === 0 && !isBeforeAnyLook(runner.session())) (await settings).forgetUnfinished(options.cwd);
  return code;
}
