/** Env files named on the command line must be there: a wrong name is wrong usage, not a finding. */
import { openProject, readNamedFile } from '../project/files.ts';
import type { CommandIo, CommonOptions } from './options.ts';
import { UsageError } from './usage-error.ts';

/** @throws UsageError for the first that cannot be read. */
export async function checkNamedEnvFiles(options: CommonOptions, io: CommandIo): Promise<void> {
  if (options.dotenv.length === 0) return;
  const project = await openProject(options.cwd, { env: io.env, learn: () => {}, signal: io.signal });
  for (const name of options.dotenv) {
    const read = readNamedFile(project, name);
    if (read.kind === 'unreadable') throw new UsageError(`--dotenv ${name}: ${read.reason}`);
  }
}
