/** Placeholder until the command lands. */
import type { CommandIo, OptionsOf } from './options.ts';

export async function run(_options: OptionsOf<'fix'>, io: CommandIo): Promise<number> {
  io.stderr.write('fix is not built yet.\n');
  return 3;
}
