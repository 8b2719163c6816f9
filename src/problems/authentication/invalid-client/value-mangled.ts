/** Quotes, white space or a line break became part of the id or the secret. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { type CredentialForms, credentialForms, type FormFault } from '../../../probes/credential-forms.ts';
import { envFiles } from '../../../probes/env-files.ts';
import { cause } from '../../../probes/tools.ts';
import { editsToSet } from '../../env-edits.ts';

export const valueMangled = cause({
  id: 'value-mangled',
  title: 'Quotes, white space or a line break became part of a credential',
  side: 'app',
  provedBy: 'reading',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  needs: { forms: credentialForms },
  wants: { env: envFiles },
  judge: ({ forms }) => {
    const mangled = mangledOf(forms);
    const [first] = mangled;
    if (!first) return ruledOut('Neither client id nor client secret has anything around it.');
    return confirmed(`${first.setting.variable} has ${first.what} in its value, and the app sends that along.`, {
      evidence: mangled.map(({ setting, what, tidy }) => ({
        label: setting.variable,
        expected: `${tidy.reveal().length} characters`,
        actual: `${setting.text.length} characters, with ${what}`,
        ...(setting.location ? { location: setting.location } : {}),
      })),
    });
  },
  remedy: ({ forms, env }) => {
    const edits = mangledOf(forms).flatMap(({ setting, tidy }) => editsToSet(env, setting, tidy.reveal()));
    const names = mangledOf(forms).map(({ setting }) => setting.variable);
    if (edits.length > 0) {
      return [
        {
          kind: 'edits',
          summary: `Take out what does not belong to ${names.join(' and ')}`,
          edits,
          sure: true,
          afterwards: [{ text: 'Restart the app.' }],
        },
      ];
    }
    return [
      {
        kind: 'steps',
        summary: `Set ${names.join(' and ')} again without anything around it`,
        steps: [
          { text: `Copy the value from the dashboard again and set ${names.join(' and ')} to nothing but that.` },
          { text: 'Restart the app.' },
        ],
      },
    ];
  },
});

function mangledOf({ faults }: CredentialForms): Extract<FormFault, { readonly kind: 'mangled' }>[] {
  return faults.filter((fault) => fault.kind === 'mangled');
}
