/** The secret is a literal. The code can read it from an env file that has it already, or that git ignores, where the patch puts it then. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { dropFallback } from '../../../patches/rules/drop-fallback.ts';
import { moveToEnv } from '../../../patches/rules/move-to-env.ts';
import { safeEnvFile } from '../../../probes/safe-env-file.ts';
import { canonicalNames } from '../../../probes/setting-roles.ts';
import { cause } from '../../../probes/tools.ts';
import { type WrittenSecret, writtenSecrets } from '../../../probes/written-secrets.ts';

export const inSource = cause({
  id: 'in-source',
  title: 'A secret is written into the source code',
  side: 'app',
  provedBy: 'reading',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  needs: { secrets: writtenSecrets },
  wants: { envFile: safeEnvFile },
  judge: ({ secrets }) => {
    const [first] = secrets.inSource;
    if (!first) return ruledOut('No secret of Scalekit’s stands in the code.');
    return confirmed(`The ${inWords(first)} stands in the source code: whoever has the code, or its history, has the secret.`, {
      evidence: secrets.inSource.map((secret) => ({
        label: inWords(secret),
        expected: `process.env.${secret.variable ?? secret.name ?? canonicalNames[secret.role]}`,
        actual: 'a literal in the code',
        location: secret.location,
      })),
    });
  },
  remedy: ({ secrets, envFile }) => {
    const moves = secrets.inSource.map((secret) => {
      const { place, variable, role } = secret;
      if (!place) return undefined;
      return secret.isFallback
        ? dropFallback(place, variable, secret.name ?? canonicalNames[role], envFile)
        : moveToEnv(place, variable, canonicalNames[role], envFile);
    });
    const edits = moves.every((move) => move !== undefined) ? moves.flat() : [];
    const rotate = {
      text: 'Then make a new secret in Scalekit’s dashboard and revoke this one: the history of the code keeps it.',
      link: 'https://app.scalekit.com',
    };
    const variable =
      secrets.inSource[0]?.variable ?? secrets.inSource[0]?.name ?? canonicalNames[secrets.inSource[0]?.role ?? 'client-secret'];
    return [
      ...(edits.length > 0
        ? [{ kind: 'edits' as const, summary: `Read the secret from ${variable}`, edits, sure: true, afterwards: [rotate] }]
        : []),
      {
        kind: 'steps',
        summary: `Move the secret to the variable ${variable}`,
        steps: [
          { text: `Put the secret behind ${variable} in an env file that git ignores.`, copy: `${variable}=` },
          { text: 'Read it from there in the code.', copy: `process.env.${variable}` },
          rotate,
        ],
      },
    ];
  },
});

function inWords({ role }: WrittenSecret): string {
  return role.replace('-', ' ');
}
