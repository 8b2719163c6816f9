/** Placeholder until the command lands. */
import type { CommandIo, OptionsOf } from './options.ts';

export async function run(_options: OptionsOf<'bundle'>, io: CommandIo): Promise<number> {
  io.stderr.write('bundle is not built yet.\n');
  return 3;
}
