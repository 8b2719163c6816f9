/**
 * What of a Response is signed by a registered key, read from the very bytes that the signature covers: what lies beside them says nothing
 * (XML Signature Best Practices §3, signature wrapping).
 */
import { X509Certificate } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import { attribute, child, children, descendantsNamed, parseXml, textOf } from '../../scalekit/saml/document.ts';

export interface SignedParts {
  readonly response: Element | undefined;
  /** By a signature of its own. */
  readonly assertion: Element | undefined;
  /** Why a signature that is there does not count. */
  readonly why: string | undefined;
}

/** @param certificates PEM; of those that count at `at`, epoch milliseconds. */
export function signedParts(root: Element, xml: string, certificates: readonly string[], at: number): SignedParts {
  const inForce = certificates.filter((pem) => isInForce(pem, at));
  const idle = certificates.length > 0 && inForce.length === 0 ? 'no registered certificate is in force' : undefined;
  const assertion = child(root, 'Assertion');
  const signed = [root, ...(assertion ? [assertion] : [])].flatMap((element) => {
    const signature = child(element, 'Signature');
    return signature ? [{ element, covered: coveredBy(signature, element, xml, inForce) }] : [];
  });
  const of = (name: string): Element | undefined => signed.find(({ element }) => element.localName === name)?.covered;
  const broken = signed.find(({ covered }) => covered === undefined);
  return {
    response: of('Response'),
    assertion: of('Assertion'),
    why: broken ? (idle ?? 'no registered certificate fits the signature') : idle,
  };
}

/** Shapes that have one meaning for who checks a signature and another for who reads the values. */
export function isAmbiguous(root: Element): boolean {
  const all = [root, ...descendantsNamed(root, '*')];
  const ids = all.flatMap((element) => attribute(element, 'ID') ?? attribute(element, 'Id') ?? attribute(element, 'id') ?? []);
  const assertions = descendantsNamed(root, 'Assertion');
  return (
    new Set(ids).size !== ids.length ||
    descendantsNamed(root, 'Response').length > 0 ||
    assertions.length > 1 ||
    assertions.length !== children(root, 'Assertion').length ||
    descendantsNamed(root, 'Signature').some((signature) => !isPlainSignature(signature)) ||
    // A comment cuts a text in two, and readers differ in which half they take.
    ['NameID', 'Issuer', 'Audience', 'AttributeValue'].some((name) =>
      descendantsNamed(root, name).some((element) => textOf(element) === undefined),
    )
  );
}

/** One reference, to the element that it lies in. */
function isPlainSignature(signature: Element): boolean {
  const owner = signature.parentNode as Element | null;
  if (!owner || !['Response', 'Assertion'].includes(owner.localName ?? '')) return false;
  if (children(signature, 'SignedInfo').length !== 1 || descendantsNamed(signature, 'Reference').length !== 1) return false;
  return attribute(child(signature, 'SignedInfo', 'Reference'), 'URI') === `#${attribute(owner, 'ID') ?? ''}`;
}

function coveredBy(signature: Element, element: Element, xml: string, certificates: readonly string[]): Element | undefined {
  if (usesSha1(signature)) return undefined;
  for (const publicCert of certificates) {
    const check = new SignedXml({ publicCert, getCertFromKeyInfo: () => null });
    try {
      check.loadSignature(signature as unknown as Node);
      if (!check.checkSignature(xml)) continue;
      const [bytes] = check.getSignedReferences();
      const parsed = bytes === undefined ? undefined : parseXml(bytes);
      if (parsed?.ok && parsed.root.localName === element.localName) return parsed.root;
    } catch {
      // Algorithms that the library does not know sign nothing.
    }
  }
  return undefined;
}

function usesSha1(signature: Element): boolean {
  const info = child(signature, 'SignedInfo');
  const names = [child(info, 'SignatureMethod'), child(info, 'Reference', 'DigestMethod')];
  return names.some((method) => /sha1$/i.test(attribute(method, 'Algorithm') ?? ''));
}

function isInForce(pem: string, at: number): boolean {
  try {
    const { validFrom, validTo } = new X509Certificate(pem);
    return Date.parse(validFrom) <= at && at < Date.parse(validTo);
  } catch {
    return false;
  }
}
