/** Placeholder until the command lands. */
import type { CommandIo, OptionsOf } from './options.ts';

export async function run(_options: OptionsOf<'redact'>, io: CommandIo): Promise<number> {
  io.stderr.write('redact is not built yet.\n');
  return 3;
}
