/** The wizard: chooses the face, opens the terminal, and runs the session until it ends. */
import { openSettings } from '../settings.ts';
import { startRunner } from '../wizard/runner.ts';
import { newSession } from '../wizard/session.ts';
import { createHost } from './host.ts';
import { checkNamedEnvFiles } from './named-env-files.ts';
import type { CommandIo, OptionsOf } from './options.ts';

export async function run(options: OptionsOf<'wizard'>, io: CommandIo): Promise<number> {
  await checkNamedEnvFiles(options, io);
  const terminal = io.terminal();
  if (!terminal) {
    io.stderr.write('There is no terminal to show the wizard in; `scalekit-fix check` needs none.\n');
    return 3;
  }
  const [host, settings] = await Promise.all([createHost(options, io), openSettings(io.env)]);
  const session = newSession({
    version: host.version,
    registry: host.registry,
    graph: host.graph,
    unfinished: settings.unfinished(options.cwd),
  });
  const runner = startRunner({
    host,
    session,
    symptom: options.symptom,
    remember: (focus) => settings.rememberUnfinished(options.cwd, focus),
  });
  const code = options.plain
    ? await (await import('../plain/run.ts')).runPlain({ runner, terminal, signal: io.signal })
    : await (await import('../tui/run.tsx')).runTui({
        runner,
        keys: terminal.keys,
        screen: terminal.screen,
        colour: options.color,
        signal: io.signal,
      });
  if (code === 0) settings.forgetUnfinished(options.cwd);
  return code;
}
