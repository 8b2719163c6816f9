/** The env file into which a secret may be put: one that the app already has Scalekit's settings in, and that git does not keep. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { EnvFile } from '../project/env-file.ts';
import { gitFileState, gitState } from '../project/git.ts';
import { envFiles } from './env-files.ts';
import { probe } from './tools.ts';

export const safeEnvFile = probe({
  id: 'safe-env-file',
  title: 'An env file that git does not keep',
  reach: 'files',
  needs: { env: envFiles },
  observe: async ({ env }, { project }): Promise<Outcome<EnvFile>> => {
    const [file, ...more] = env.files.filter(
      ({ path, role, entries }) =>
        (role === 'loaded' || role === 'given') && !path.startsWith('..') && entries.some(({ name }) => /SCALEKIT/.test(name)),
    );
    if (!file || more.length > 0) return skipped('No env file, or more than one, holds settings of Scalekit’s.');
    const state = await gitState(project);
    if (state.kind === 'none') return ok(file, { label: 'Env file', actual: file.path });
    const own = state.kind === 'repository' ? await gitFileState(project, file.path) : undefined;
    if (!own?.ignored || own.tracked) return skipped(`Git does not ignore ${file.path}: a secret in it would be committed.`);
    return ok(file, { label: 'Env file', actual: file.path });
  },
});
