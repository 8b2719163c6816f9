/** The signature fits neither a registered certificate nor the one that came with it: something changed the response on its way. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { samlResponse } from '../../../probes/saml-response.ts';
import { cause } from '../../../probes/tools.ts';
import { atIdp } from './steps.ts';

export const signatureBroken = cause({
  id: 'signature-broken',
  title: 'The response was changed after it was signed',
  side: 'idp',
  needs: { response: samlResponse },
  judge: ({ response }) => {
    if (response.kind !== 'read') return notApplicable('There is no response to look at.');
    const broken = response.message.signatures.filter(
      ({ state, certificate }) => state === 'broken' && certificate !== undefined,
    );
    const [first] = broken;
    if (!response.message.signatures.some(({ certificate }) => certificate !== undefined))
      return notApplicable('No signature brings its certificate along.');
    if (!first) return ruledOut('Every signature with a certificate in it fits that certificate.');
    return confirmed(
      `The signature of the ${first.element} does not fit its own certificate: the XML was changed after signing, be it by a space.`,
      {
        evidence: broken.map(({ element, algorithm, certificate }) => ({
          label: `Signature of the ${element}`,
          expected: `fits ${certificate?.fingerprint ?? 'its certificate'}`,
          actual: `does not fit (${algorithm})`,
        })),
      },
    );
  },
  remedy: () =>
    atIdp('Find what changes the response', [
      { text: 'Paste the SAMLResponse as the browser sends it (base64), not as XML that a tool laid out anew.' },
      {
        text: 'If it is broken as sent, look for a proxy that rewrites forms, or for an identity provider that signs before it fills in.',
      },
    ]),
});
