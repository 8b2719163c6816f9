/** A credential was never filled in, or something else was put in its place. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { type CredentialForms, credentialForms, type FormFault } from '../../../probes/credential-forms.ts';
import { cause } from '../../../probes/tools.ts';

export const placeholder = cause({
  id: 'placeholder',
  title: 'A credential is empty, a placeholder, or something else',
  side: 'app',
  provedBy: 'reading',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  needs: { forms: credentialForms },
  judge: ({ forms }) => {
    const wrong = wrongOnes(forms);
    const [first] = wrong;
    if (!first) return ruledOut('Client id and client secret are filled in and look like what they should be.');
    const because = forms.swapped
      ? 'Client id and client secret stand in each other’s place.'
      : `${first.setting.variable} ${inWords(first)}.`;
    return confirmed(because, {
      evidence: wrong.map((fault) => ({
        label: fault.setting.variable,
        expected: fault.setting.role === 'client-id' ? 'a client id (skc_…)' : 'a client secret',
        actual: inWords(fault),
        ...(fault.setting.location ? { location: fault.setting.location } : {}),
      })),
    });
  },
  remedy: ({ forms }) => {
    const names = wrongOnes(forms).map(({ setting }) => setting.variable);
    return [
      {
        kind: 'steps',
        summary: `Put the real value into ${names.join(' and ')}`,
        steps: [
          { text: 'Open Scalekit’s dashboard: Settings → API credentials.', link: 'https://app.scalekit.com' },
          { text: `Copy the client id (it begins with skc_) and the client secret into ${names.join(' and ')}.` },
          { text: 'A secret is shown only once: if it is lost, make a new one there.' },
          { text: 'Restart the app.' },
        ],
      },
    ];
  },
});

type Wrong = Exclude<FormFault, { readonly kind: 'mangled' }>;

function wrongOnes({ faults }: CredentialForms): Wrong[] {
  return faults.filter((fault) => fault.kind !== 'mangled');
}

function inWords(fault: Wrong): string {
  switch (fault.kind) {
    case 'empty':
      return 'is empty';
    case 'placeholder':
      return 'still holds the placeholder of a template';
    case 'something-else':
      return `holds ${fault.what}`;
  }
}
