/** A variable with NEXT_PUBLIC_, VITE_ or the like in front is written into what the browser loads. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { renameVariable } from '../../../patches/rules/rename-variable.ts';
import { code } from '../../../probes/code.ts';
import { envFiles } from '../../../probes/env-files.ts';
import { exposedMentions } from '../../../probes/exposed-mentions.ts';
import { canonicalNames, publicPrefix } from '../../../probes/setting-roles.ts';
import { cause } from '../../../probes/tools.ts';
import { writtenSecrets } from '../../../probes/written-secrets.ts';
import { editsToRename } from '../../env-edits.ts';

export const exposedVariable = cause({
  id: 'exposed-variable',
  title: 'A secret has a name that bundlers hand to the browser',
  side: 'app',
  provedBy: 'reading',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  needs: { secrets: writtenSecrets },
  wants: { env: envFiles, code, mentions: exposedMentions },
  judge: ({ secrets }) => {
    const [first] = secrets.exposed;
    if (!first) return ruledOut('No secret has a name that bundlers expose.');
    return confirmed(`${first.variable} holds a secret, and its prefix tells the bundler to write it into what browsers load.`, {
      evidence: secrets.exposed.map(({ variable, role, location }) => ({
        label: `Name of the ${role.replace('-', ' ')}`,
        expected: canonicalNames[role],
        actual: variable,
        ...(location ? { location } : {}),
      })),
    });
  },
  remedy: ({ secrets, env, code, mentions }) => {
    // Both ends in one patch, or none: an env file that is renamed alone leaves the code without its secret.
    const edits = secrets.exposed.flatMap((setting) => {
      const name = setting.variable.replace(publicPrefix, '');
      const named = mentions?.find(({ variable }) => variable === setting.variable);
      const inEnv = editsToRename(env, setting, name);
      const inCode = named && code ? renameVariable(setting.variable, name, named.files, code.modules) : undefined;
      return inEnv.length > 0 && inCode ? [...inEnv, ...inCode] : [];
    });
    const rotate = {
      text: 'Make a new secret in Scalekit’s dashboard and revoke this one: it has been public.',
      link: 'https://app.scalekit.com',
    };
    return [
      ...(edits.length > 0
        ? [
            {
              kind: 'edits' as const,
              summary: 'Take the public prefix off, in the env file and in the code',
              edits,
              sure: true,
              afterwards: [rotate],
            },
          ]
        : []),
      {
        kind: 'steps',
        summary: 'Give the secret a name without the public prefix',
        steps: [{ text: 'Rename the variable in env files, code and on the platform, and use it in server code only.' }, rotate],
      },
    ];
  },
});
