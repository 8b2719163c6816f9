/** What should be the identity provider's metadata is none: `invalid_saml_metadata`. */
import { confirmed, notApplicable, possible, ruledOut } from '../../../diagnosis/verdict.ts';
import { idpMetadata } from '../../../probes/idp-metadata.ts';
import { cause } from '../../../probes/tools.ts';
import { openConnection } from './steps.ts';

export const metadataUnreadable = cause({
  id: 'metadata-unreadable',
  title: 'The identity provider’s metadata cannot be read',
  side: 'idp',
  needs: { metadata: idpMetadata },
  judge: ({ metadata }) => {
    const [first] = metadata.unread;
    if (!first)
      return metadata.seen.length > 0 ? ruledOut('The metadata can be read.') : notApplicable('There is no metadata to look at.');
    const because = `${first.isPasted ? 'What you pasted' : first.from} is no metadata of an identity provider: ${first.why}.`;
    const grounds = {
      evidence: metadata.unread.map(({ from, why }) => ({
        label: 'Metadata of the identity provider',
        expected: 'an EntityDescriptor with an IDPSSODescriptor',
        actual: why,
        note: from,
        source: 'SAML 2.0 Metadata §2.4.3',
      })),
    };
    // A connection goes on with what it once read from the URL; only its next certificate will be missed.
    return first.isPasted ? confirmed(because, grounds) : possible(because, grounds);
  },
  remedy: ({ metadata }) => [
    {
      kind: 'steps',
      summary: 'Give Scalekit the metadata of the identity provider',
      steps: [
        {
          text: 'Download the metadata of this very application anew from the identity provider (Okta: Sign On → Metadata URL; Entra ID: App Federation Metadata Url), whole, as XML, and not a page about it.',
        },
        openConnection(metadata.unread[0]?.connectionId ?? ''),
        { text: 'Enter its URL, or upload the file; or enter entity id, sign-on URL and certificate by hand.' },
      ],
    },
  ],
});
