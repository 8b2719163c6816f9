/** An identity provider's metadata (SAML 2.0 Metadata §2.4.3): who it is, where it signs people on, and by which certificates it signs. */
import { type IdpCertificate, readCertificate } from './certificate.ts';
import { attribute, child, children, descendantsNamed, parseXml, textOf } from './document.ts';

export interface IdpMetadata {
  readonly entityId: string;
  readonly ssoUrls: readonly string[];
  readonly certificates: readonly IdpCertificate[];
  /** The last part of each URN: `emailAddress`. */
  readonly nameIdFormats: readonly string[];
  /** Epoch milliseconds; absent where it counts without end. */
  readonly validUntil: number | undefined;
}

export type MetadataResult = { readonly ok: true; readonly metadata: IdpMetadata } | { readonly ok: false; readonly why: string };

export function readMetadata(xml: string): MetadataResult {
  const parsed = parseXml(xml);
  if (!parsed.ok) return parsed;
  const { root } = parsed;
  const entity =
    root.localName === 'EntityDescriptor'
      ? root
      : descendantsNamed(root, 'EntityDescriptor').find((one) => child(one, 'IDPSSODescriptor'));
  const role = child(entity, 'IDPSSODescriptor');
  if (!entity || !role) return { ok: false, why: 'it describes no identity provider' };
  const keys = children(role, 'KeyDescriptor').filter((key) => attribute(key, 'use') !== 'encryption');
  return {
    ok: true,
    metadata: {
      entityId: attribute(entity, 'entityID') ?? '',
      // One address for several bindings is one address.
      ssoUrls: [...new Set(children(role, 'SingleSignOnService').flatMap((service) => attribute(service, 'Location') ?? []))],
      certificates: keys
        .flatMap((key) => descendantsNamed(key, 'X509Certificate'))
        .flatMap((found) => readCertificate(textOf(found) ?? '') ?? []),
      nameIdFormats: children(role, 'NameIDFormat').flatMap((format) => textOf(format)?.split(':').at(-1) ?? []),
      validUntil: timeOf(attribute(role, 'validUntil') ?? attribute(entity, 'validUntil')),
    },
  };
}

function timeOf(text: string | undefined): number | undefined {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isFinite(time) ? time : undefined;
}
