/** The project's env files with their entries; those given by `--dotenv` stand for the usual ones. */
import { fault, ok } from '../diagnosis/outcome.ts';
import { type EnvFiles, findEnvFiles } from '../project/env-files.ts';
import { secretsIn } from '../project/env-names.ts';
import type { Project } from '../project/files.ts';
import { gitFileState } from '../project/git.ts';
import { projectShape } from './project-shape.ts';
import { probe } from './tools.ts';

export type EnvFilesFact = EnvFiles;

export const envFiles = probe({
  id: 'env-files',
  title: 'Env files',
  reach: 'files',
  needs: { shape: projectShape },
  observe: async ({ shape }, { project, given }) => {
    const found: EnvFiles = await findEnvFiles(project, { dotenv: given.dotenv, frameworks: shape.frameworks });
    const names = found.files.filter((file) => file.role !== 'template').map((file) => file.path);
    const committed = await committedSecrets(project, found);
    const evidence = [
      { label: 'Env files', actual: names.join(', ') || 'none' },
      ...found.unreadable.map((file) => ({ label: file.path, actual: file.reason })),
      ...committed.map((path) => ({
        label: path,
        expected: 'not in git',
        actual: 'in git, with secrets in it',
        note: 'Take it out of the repository and make new secrets: its history keeps the old ones.',
      })),
    ];
    const isFault = committed.length > 0 || found.unreadable.some((file) => file.role === 'given');
    return isFault ? fault(found, ...evidence) : ok(found, ...evidence);
  },
});

/** Each question to git costs a process: the first few files that hold a secret are enough. */
const MOST_ASKED = 4;

async function committedSecrets(project: Project, { files }: EnvFiles): Promise<string[]> {
  const secret = files.filter(
    ({ path, role, entries }) =>
      role !== 'template' && !path.startsWith('..') && entries.some(({ name, value }) => secretsIn(name, value).length > 0),
  );
  const states = await Promise.all(
    secret.slice(0, MOST_ASKED).map(async ({ path }) => ({ path, state: await gitFileState(project, path) })),
  );
  return states.filter(({ state }) => state?.tracked).map(({ path }) => path);
}
