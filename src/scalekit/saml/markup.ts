/**
 * Looks through XML before a parser sees it, in one pass and without recursion: what is broken, endless, too deep or too many is refused here,
 * since the parser takes quadratic time over unfinished markup and over many siblings, and recursion ends the program.
 */

const MAX_DEPTH = 100;
const MAX_NODES = 20_000;
const MAX_SIBLINGS = 4_000;
const MAX_ATTRIBUTES = 200;

const BROKEN = 'it is not well-formed XML';

/** Why no parser should have it; undefined where nothing speaks against it. */
export function refusalOf(xml: string): string | undefined {
  /** How many children each open element has so far; the first stands for the document. */
  const open = [0];
  let nodes = 0;
  for (let at = xml.indexOf('<'); at !== -1; ) {
    const markup = markupAt(xml, at);
    if (markup === undefined) return BROKEN;
    if (markup.kind === 'declaration') return 'it declares a document type or entities, which SAML messages never do';
    if (markup.kind === 'end') {
      if (open.length === 1) return BROKEN;
      open.pop();
    } else {
      if (markup.attributes > MAX_ATTRIBUTES) return 'one of its elements has more attributes than any honest one';
      const siblings = (open.at(-1) ?? 0) + 1;
      open[open.length - 1] = siblings;
      nodes += 1;
      if (siblings > MAX_SIBLINGS || nodes > MAX_NODES) return 'it has far more elements than any honest SAML message';
      if (markup.kind === 'start') open.push(0);
      if (open.length - 1 > MAX_DEPTH) return 'it is nested too deeply';
    }
    at = xml.indexOf('<', markup.end);
  }
  return open.length === 1 ? undefined : BROKEN;
}

interface Markup {
  /** `other`: an empty element, a comment, a processing instruction, a CDATA section. */
  readonly kind: 'start' | 'end' | 'other' | 'declaration';
  /** Where it ends, exclusive. */
  readonly end: number;
  readonly attributes: number;
}

/** Undefined where it has no end or cannot be any. */
function markupAt(xml: string, at: number): Markup | undefined {
  const upTo = (closing: string, kind: Markup['kind'] = 'other', from = at + 2): Markup | undefined => {
    const end = xml.indexOf(closing, from);
    return end === -1 ? undefined : { kind, end: end + closing.length, attributes: 0 };
  };
  if (xml.startsWith('<!--', at)) return upTo('-->', 'other', at + 4);
  if (xml.startsWith('<![CDATA[', at)) return upTo(']]>', 'other', at + 9);
  if (xml.startsWith('<!', at)) return { kind: 'declaration', end: at + 2, attributes: 0 };
  if (xml.startsWith('<?', at)) return upTo('?>');
  return tagAt(xml, at);
}

/** Up to the first `>` that is not inside an attribute's value; a `<` before it cannot be (XML 1.0 §3.1). */
function tagAt(xml: string, start: number): Markup | undefined {
  let attributes = 0;
  for (let at = start + 1; at < xml.length; at++) {
    const character = xml[at];
    if (character === '<') return undefined;
    if (character === '>') {
      const kind = xml[start + 1] === '/' ? 'end' : xml[at - 1] === '/' ? 'other' : 'start';
      return { kind, end: at + 1, attributes };
    }
    if (character !== '"' && character !== "'") continue;
    const close = xml.indexOf(character, at + 1);
    if (close === -1) return undefined;
    attributes += 1;
    at = close;
  }
  return undefined;
}
