/** What helps against a secret that Scalekit does not take: a new one. Its value never passes through this program. */
import type { Remedy } from '../../../diagnosis/remedy.ts';
import type { CredentialsFact } from '../../../probes/credentials.ts';

export function newSecret({ clientId, secretSetting }: CredentialsFact): Remedy[] {
  const where = secretSetting.entry ? `${secretSetting.variable} in ${secretSetting.entry.file}` : secretSetting.variable;
  return [
    {
      kind: 'steps',
      summary: `Make a new secret for ${clientId} and put it into ${secretSetting.variable}`,
      steps: [
        { text: 'Open Scalekit’s dashboard: Settings → API credentials.', link: 'https://app.scalekit.com' },
        { text: `Generate a new secret for ${clientId}. It is shown only once.`, copy: clientId },
        { text: `Set ${where} to it: the value alone, nothing around it.` },
        { text: 'Restart the app wherever it runs; remove the old secret once nothing uses it any more.' },
      ],
    },
  ];
}
