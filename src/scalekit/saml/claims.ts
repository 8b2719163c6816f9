/** What a SAML response says, decoded for a person to read: nothing is judged here, so what a forger put beside the signed part may stand in it. */
import { attribute, child, children, descendantsNamed, parseXml, textOf } from './document.ts';
import { readSamlResponse, xmlOf } from './response.ts';

export interface SamlClaims {
  readonly issuer: string | null;
  readonly destination: string | null;
  readonly recipient: string | null;
  readonly audiences: readonly string[];
  readonly status: string | null;
  readonly nestedStatus: string | null;
  readonly statusMessage: string | null;
  readonly inResponseTo: string | null;
  /** ISO 8601. */
  readonly issuedAt: string | null;
  readonly notBefore: string | null;
  readonly notOnOrAfter: string | null;
  readonly sessionIndex: string | null;
  readonly authnContext: string | null;
  readonly isEncrypted: boolean;
  readonly readFrom: 'signed' | 'unsigned';
  readonly signatures: readonly { readonly element: string; readonly algorithm: string; readonly fingerprint: string | null }[];
  readonly nameIdFormat: string | null;
  readonly nameId: string | null;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

const MOST_ATTRIBUTES = 200;

/** Undefined for what is no SAML response that can be read. */
export function samlClaims(content: string): SamlClaims | undefined {
  const read = readSamlResponse(content, []);
  if (!read.ok) return undefined;
  const { message } = read;
  const parsed = parseXml(xmlOf(content) ?? '');
  const assertion = parsed.ok ? child(parsed.root, 'Assertion') : undefined;
  const statement = child(assertion, 'AuthnStatement');
  return {
    issuer: message.issuer ?? null,
    destination: message.destination ?? null,
    recipient: message.recipient ?? null,
    audiences: message.audiences,
    status: message.status ?? null,
    nestedStatus: message.nestedStatus ?? null,
    statusMessage: message.statusMessage ?? null,
    inResponseTo: message.inResponseTo ?? null,
    issuedAt: timeOf(message.issuedAt),
    notBefore: timeOf(message.notBefore),
    notOnOrAfter: timeOf(message.notOnOrAfter),
    sessionIndex: attribute(statement, 'SessionIndex') ?? null,
    authnContext: textOf(child(statement, 'AuthnContext', 'AuthnContextClassRef')) ?? null,
    isEncrypted: message.isEncrypted,
    readFrom: message.readFrom,
    signatures: message.signatures.map(({ element, algorithm, certificate }) => ({
      element,
      algorithm,
      fingerprint: certificate?.fingerprint ?? null,
    })),
    nameIdFormat: message.nameIdFormat ?? null,
    nameId: textOf(child(assertion, 'Subject', 'NameID')) ?? null,
    attributes: attributesOf(assertion),
  };
}

function attributesOf(assertion: Element | undefined): Record<string, readonly string[]> {
  if (!assertion) return {};
  const named = descendantsNamed(assertion, 'Attribute').slice(0, MOST_ATTRIBUTES);
  return Object.fromEntries(
    named.map((one) => [attribute(one, 'Name') ?? '', children(one, 'AttributeValue').map((value) => textOf(value) ?? '')]),
  );
}

function timeOf(milliseconds: number | undefined): string | null {
  if (milliseconds === undefined || Number.isNaN(new Date(milliseconds).getTime())) return null;
  return new Date(milliseconds).toISOString();
}
