/** XML as SAML allows it: no document type, no entities, bounded in size and depth. Small questions to its elements. */
import { DOMParser } from '@xmldom/xmldom';
import { refusalOf } from './markup.ts';

export const MAX_XML = 1_000_000;

export type Parsed =
  | { readonly ok: true; readonly root: Element; readonly xml: string }
  | { readonly ok: false; readonly why: string };

export function parseXml(xml: string): Parsed {
  if (xml.length > MAX_XML) return { ok: false, why: 'it is larger than any honest SAML message' };
  const refusal = refusalOf(xml);
  if (refusal !== undefined) return { ok: false, why: refusal };
  let problem: string | undefined;
  const note = (message: string): void => {
    problem ??= message;
  };
  const parser = new DOMParser({ errorHandler: { warning: note, error: note, fatalError: note } });
  try {
    const root = parser.parseFromString(xml, 'text/xml').documentElement;
    if (problem !== undefined || !root) return { ok: false, why: 'it is not well-formed XML' };
    return { ok: true, root, xml };
  } catch {
    return { ok: false, why: 'it is not well-formed XML' };
  }
}

/** Child elements of that local name, whatever their prefix. */
export function children(parent: Element | undefined, name: string): Element[] {
  const found: Element[] = [];
  for (let node = parent?.firstChild ?? null; node; node = node.nextSibling) {
    if (node.nodeType === 1 && (node as Element).localName === name) found.push(node as Element);
  }
  return found;
}

export function child(parent: Element | undefined, ...path: readonly string[]): Element | undefined {
  let at = parent;
  for (const name of path) at = children(at, name)[0];
  return at;
}

/** All below, in the order of the document. */
export function descendantsNamed(root: Element, name: string): Element[] {
  const list = root.getElementsByTagNameNS('*', name);
  return Array.from({ length: list.length }, (_, index) => list.item(index)).filter((node): node is Element => node !== null);
}

/** Text of an element; undefined where a comment cuts it in two, which is how names are forged. */
export function textOf(element: Element | undefined): string | undefined {
  if (!element) return undefined;
  for (let node = element.firstChild; node; node = node.nextSibling) if (node.nodeType === 8) return undefined;
  return (element.textContent ?? '').trim();
}

export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.hasAttribute(name) ? (element.getAttribute(name) ?? undefined) : undefined;
}
