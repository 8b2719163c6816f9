/** Which files name a secret's variable that bundlers hand to the browser: all of them must follow where it is renamed. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { isEnvFileName } from '../project/env-names.ts';
import { probe } from './tools.ts';
import { writtenSecrets } from './written-secrets.ts';

export interface ExposedMentions {
  readonly variable: string;
  /** Env files aside. */
  readonly files: readonly string[];
}

export const exposedMentions = probe({
  id: 'exposed-mentions',
  title: 'Files that name a public variable with a secret in it',
  reach: 'files',
  needs: { secrets: writtenSecrets },
  observe: async ({ secrets }, { project }): Promise<Outcome<readonly ExposedMentions[]>> => {
    const variables = [...new Set(secrets.exposed.map(({ variable }) => variable))];
    if (variables.length === 0) return skipped('No secret has a name that bundlers expose.');
    const found = await project.filesMentioning(variables);
    const value = variables.map((variable, index) => ({
      variable,
      files: found.flatMap(({ path, needles }) =>
        needles.includes(index) && !isEnvFileName(path.split('/').at(-1) ?? '') ? [path] : [],
      ),
    }));
    return ok(
      value,
      ...value.map(({ variable, files }) => ({ label: variable, actual: files.join(', ') || 'named in env files only' })),
    );
  },
});
