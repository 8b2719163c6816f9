/** Where the identity provider's metadata is, in the user's own words: asked where the connection names no address of it. */
import { textQuestion } from '../diagnosis/define.ts';
import { isLoopbackHost } from '../scalekit/redirect-uri.ts';

export type MetadataSource =
  | { readonly kind: 'url'; readonly url: string }
  /** The document itself, pasted as the answer. */
  | { readonly kind: 'xml'; readonly xml: string };

export const metadataSourceQuestion = textQuestion<MetadataSource>({
  id: 'idp-metadata-source',
  title: 'Where does the identity provider publish its SAML metadata?',
  reason:
    'Beside it every value of the connection can be checked: sign-on URL, entity id, certificates. The address is read once, without any credentials; the XML itself may be pasted, too.',
  placeholder: 'https://idp.example.com/app/metadata',
  read: (given) => {
    const text = given.trim();
    if (text.startsWith('<')) return { ok: true, value: { kind: 'xml', xml: text } };
    return mayBeAsked(text)
      ? { ok: true, value: { kind: 'url', url: text } }
      : { ok: false, problem: 'That is neither an address that begins with https:// nor XML.' };
  },
});

/** Over http only from this machine: what comes that way says nothing of a certificate. */
export function mayBeAsked(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
}
