/** The project's env files with their entries; those given by `--dotenv` stand for the usual ones. */
import { fault, ok } from '../diagnosis/outcome.ts';
import { type EnvFiles, findEnvFiles } from '../project/env-files.ts';
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
    const evidence = [
      { label: 'Env files', actual: names.join(', ') || 'none' },
      ...found.unreadable.map((file) => ({ label: file.path, actual: file.reason })),
    ];
    return found.unreadable.some((file) => file.role === 'given') ? fault(found, ...evidence) : ok(found, ...evidence);
  },
});
