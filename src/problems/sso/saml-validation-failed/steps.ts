/** Where things are entered, with the values to paste. */
import type { Remedy, Step } from '../../../diagnosis/remedy.ts';

export function openConnection(id: string): Step {
  return {
    text: `Open the connection ${id} in Scalekit’s dashboard: Organizations → Single sign-on.`,
    link: 'https://app.scalekit.com',
    copy: id,
  };
}

export function atIdp(summary: string, steps: readonly Step[]): Remedy[] {
  return [
    {
      kind: 'steps',
      summary,
      steps: [...steps, { text: 'Then start a login again, and paste the new response if it still fails.' }],
    },
  ];
}

export function newCertificate(id: string): Remedy[] {
  return [
    {
      kind: 'steps',
      summary: 'Enter the identity provider’s present certificate',
      steps: [
        { text: 'Download the signing certificate (X.509, base64) that the identity provider uses now, or its metadata.' },
        openConnection(id),
        {
          text: 'Add the certificate, or refresh the connection from the metadata URL; keep the old one until no login uses it any more.',
        },
      ],
    },
  ];
}
