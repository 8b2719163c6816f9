/**
 * A SAML response, taken apart and checked: whose key signed what of it, and what the signed part says (SAML 2.0 Core §3.2.2, Bindings §3.5).
 * Values are read from the bytes that the signature covers, never from beside them: that is what signature wrapping plays on.
 */
import { inflateRawSync } from 'node:zlib';
import { SignedXml } from 'xml-crypto';
import { type IdpCertificate, readCertificate } from './certificate.ts';
import { attribute, child, children, descendantsNamed, MAX_XML, parseXml, textOf } from './document.ts';

export interface SignatureFinding {
  /** `registered`: by a key of the connection; `other-key`: sound, by the key that came with it; `broken`: by none. */
  readonly state: 'registered' | 'other-key' | 'broken';
  readonly element: 'Response' | 'Assertion';
  readonly algorithm: string;
  readonly certificate: IdpCertificate | undefined;
}

export interface SamlMessage {
  readonly signatures: readonly SignatureFinding[];
  /** What the values below were read from. */
  readonly readFrom: 'signed' | 'unsigned';
  readonly issuer: string | undefined;
  readonly destination: string | undefined;
  readonly recipient: string | undefined;
  readonly audiences: readonly string[];
  /** Epoch milliseconds. */
  readonly issuedAt: number | undefined;
  readonly notBefore: number | undefined;
  readonly notOnOrAfter: number | undefined;
  /** The last part of the URN: `Success`, `Responder`. */
  readonly status: string | undefined;
  readonly nestedStatus: string | undefined;
  readonly statusMessage: string | undefined;
  readonly isEncrypted: boolean;
  readonly attributes: readonly string[];
  /** Those of them that have no value, or an empty one. */
  readonly emptyAttributes: readonly string[];
  readonly nameIdFormat: string | undefined;
  readonly hasNameId: boolean;
  /** Its value has the form of an e-mail address. */
  readonly isNameIdMail: boolean;
  readonly inResponseTo: string | undefined;
}

export type SamlResult = { readonly ok: true; readonly message: SamlMessage } | { readonly ok: false; readonly why: string };

/**
 * @param content XML, base64 of it (deflated or not), URL-encoded or not.
 * @param published Certificates of the identity provider that are not registered: tried where the response brings none along.
 */
export function readSamlResponse(
  content: string,
  registered: readonly IdpCertificate[],
  published: readonly IdpCertificate[] = [],
): SamlResult {
  const xml = xmlOf(content);
  if (xml === undefined) return { ok: false, why: 'it is neither XML nor base64 of XML' };
  const parsed = parseXml(xml);
  if (!parsed.ok) return parsed;
  const { root } = parsed;
  if (root.localName !== 'Response') return { ok: false, why: `it is a ${root.localName ?? 'document'}, not a Response` };
  const forged = wrapping(root);
  if (forged !== undefined) return { ok: false, why: forged };
  const assertion = child(root, 'Assertion');
  const signed = [root, ...(assertion ? [assertion] : [])].flatMap((element) => {
    const signature = child(element, 'Signature');
    return signature ? [verify(element, signature, xml, { registered, published })] : [];
  });
  const sound = signed.filter(({ finding }) => finding.state !== 'broken');
  const whole = sound.find(({ finding }) => finding.element === 'Response')?.covered;
  const part = sound.find(({ finding }) => finding.element === 'Assertion')?.covered;
  const response = whole ?? root;
  return {
    ok: true,
    message: {
      signatures: signed.map(({ finding }) => finding),
      readFrom: sound.length > 0 ? 'signed' : 'unsigned',
      ...valuesOf(response, part ?? child(response, 'Assertion')),
    },
  };
}

/** The XML of a response in any of its encodings; undefined for what is none. */
export function xmlOf(content: string): string | undefined {
  const text = content.trim();
  if (text.startsWith('<')) return text;
  const plain = (/%[0-9A-Fa-f]{2}/.test(text) ? percentDecoded(text) : text)
    .replace(/\s+/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(plain) || plain.length > MAX_XML * 2) return undefined;
  const bytes = Buffer.from(plain, 'base64');
  const direct = bytes.toString('utf8').trim();
  if (direct.startsWith('<')) return direct;
  try {
    const inflated = inflateRawSync(bytes, { maxOutputLength: MAX_XML }).toString('utf8').trim();
    return inflated.startsWith('<') ? inflated : undefined;
  } catch {
    return undefined;
  }
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', '%2B'));
  } catch {
    return text;
  }
}

/** Shapes that have one meaning for who checks the signature and another for who reads the values. */
function wrapping(root: Element): string | undefined {
  const count = (name: string): number => descendantsNamed(root, name).length;
  if (count('Response') > 0) return 'a Response lies inside the Response, as in a signature-wrapping attack';
  if (count('Assertion') > 1 || count('Assertion') !== children(root, 'Assertion').length)
    return 'it has more than one Assertion, or one in a strange place, as in a signature-wrapping attack';
  const ids = [root, ...descendantsNamed(root, '*')].flatMap(
    (element) => attribute(element, 'ID') ?? attribute(element, 'Id') ?? [],
  );
  if (new Set(ids).size !== ids.length) return 'two of its elements have the same ID, as in a signature-wrapping attack';
  for (const signature of descendantsNamed(root, 'Signature')) {
    if (!['Response', 'Assertion'].includes(signature.parentNode?.nodeName.split(':').at(-1) ?? ''))
      return 'a Signature lies in a strange place';
    if (children(signature, 'SignedInfo').length !== 1) return 'a Signature has more than one SignedInfo';
    if (descendantsNamed(signature, 'Reference').length !== 1) return 'a Signature covers more than one element';
    const own = attribute(signature.parentNode as Element, 'ID');
    const uri = attribute(child(signature, 'SignedInfo', 'Reference'), 'URI');
    if (uri !== `#${own ?? ''}` && uri !== '') return 'a Signature covers another element than the one it lies in';
    if (
      [...descendantsNamed(signature, 'DigestValue'), ...descendantsNamed(signature, 'SignatureValue')].some(
        (value) => textOf(value) === undefined,
      )
    )
      return 'a comment lies in a digest or a signature';
  }
  if (descendantsNamed(root, 'NameID').some((name) => textOf(name) === undefined)) return 'a comment cuts the NameID in two';
  return undefined;
}

interface Verified {
  readonly finding: SignatureFinding;
  /** The element as it was signed. */
  readonly covered: Element | undefined;
}

interface Candidates {
  readonly registered: readonly IdpCertificate[];
  readonly published: readonly IdpCertificate[];
}

function verify(element: Element, signature: Element, xml: string, { registered, published }: Candidates): Verified {
  const name = element.localName === 'Assertion' ? 'Assertion' : 'Response';
  const algorithm = (attribute(child(signature, 'SignedInfo', 'SignatureMethod'), 'Algorithm') ?? '').split(/[#/]/).at(-1) ?? '';
  const embedded = descendantsNamed(signature, 'X509Certificate').flatMap((found) => readCertificate(textOf(found) ?? '') ?? []);
  const attempt = (certificate: IdpCertificate): Element | undefined => {
    const check = new SignedXml({ publicCert: certificate.pem, getCertFromKeyInfo: () => null });
    try {
      check.loadSignature(signature as unknown as Node);
      if (!check.checkSignature(xml)) return undefined;
      const [covered] = check.getSignedReferences();
      const parsed = covered === undefined ? undefined : parseXml(covered);
      return parsed?.ok && parsed.root.localName === name ? parsed.root : undefined;
    } catch {
      return undefined;
    }
  };
  const by = (candidates: readonly IdpCertificate[]) =>
    candidates.map((certificate) => ({ certificate, covered: attempt(certificate) })).find(({ covered }) => covered);
  const own = by(registered);
  if (own)
    return { finding: { state: 'registered', element: name, algorithm, certificate: own.certificate }, covered: own.covered };
  const other = by(embedded) ?? by(published);
  if (other)
    return { finding: { state: 'other-key', element: name, algorithm, certificate: other.certificate }, covered: other.covered };
  return { finding: { state: 'broken', element: name, algorithm, certificate: embedded[0] }, covered: undefined };
}

function valuesOf(response: Element, assertion: Element | undefined): Omit<SamlMessage, 'signatures' | 'readFrom'> {
  const status = child(response, 'Status', 'StatusCode');
  const conditions = child(assertion, 'Conditions');
  const subject = child(assertion, 'Subject');
  const confirmation = child(subject, 'SubjectConfirmation', 'SubjectConfirmationData');
  const nameId = child(subject, 'NameID');
  const last = (value: string | undefined): string | undefined => value?.split(':').at(-1);
  const message = textOf(child(response, 'Status', 'StatusMessage'));
  const attributes = descendantsOf(assertion, 'Attribute');
  return {
    issuer: textOf(child(assertion, 'Issuer') ?? child(response, 'Issuer')),
    destination: attribute(response, 'Destination'),
    recipient: attribute(confirmation, 'Recipient'),
    audiences: children(child(conditions, 'AudienceRestriction'), 'Audience').flatMap((audience) => textOf(audience) ?? []),
    issuedAt: timeOf(attribute(response, 'IssueInstant')),
    notBefore: timeOf(attribute(conditions, 'NotBefore')),
    notOnOrAfter: timeOf(attribute(confirmation, 'NotOnOrAfter') ?? attribute(conditions, 'NotOnOrAfter')),
    status: last(attribute(status, 'Value')),
    nestedStatus: last(attribute(child(status, 'StatusCode'), 'Value')),
    statusMessage: message === undefined || message === '' ? undefined : message.slice(0, 200),
    isEncrypted: child(response, 'EncryptedAssertion') !== undefined,
    attributes: attributes.flatMap((found) => attribute(found, 'Name') ?? []),
    emptyAttributes: attributes.filter(isEmpty).flatMap((found) => attribute(found, 'Name') ?? []),
    nameIdFormat: last(attribute(nameId, 'Format')),
    hasNameId: nameId !== undefined,
    isNameIdMail: /^[^\s@]+@[^\s@]+$/.test(textOf(nameId)?.trim() ?? ''),
    inResponseTo: attribute(response, 'InResponseTo') ?? attribute(confirmation, 'InResponseTo'),
  };
}

function isEmpty(found: Element): boolean {
  return descendantsNamed(found, 'AttributeValue').every((value) => (textOf(value) ?? '').trim() === '');
}

function descendantsOf(element: Element | undefined, name: string): Element[] {
  return element ? descendantsNamed(element, name) : [];
}

function timeOf(text: string | undefined): number | undefined {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isFinite(time) ? time : undefined;
}
