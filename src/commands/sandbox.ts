/** Placeholder until the command lands. */
import type { CommandIo, OptionsOf } from './options.ts';

export async function runSandbox(
  _options: Pick<OptionsOf<'sandbox'>, 'port' | 'state' | 'faults'>,
  io: Pick<CommandIo, 'stdout' | 'stderr' | 'signal'>,
): Promise<number> {
  io.stderr.write('sandbox is not built yet.\n');
  return 3;
}
