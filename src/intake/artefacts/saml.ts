/** Recognises SAML responses (XML, base64, URL-encoded) and metadata. Nothing is parsed here: that is for whoever checks it. */
import { Buffer } from 'node:buffer';
import { Secret } from '../../redaction/secret.ts';
import type { SamlMetadataArtefact, SamlResponseArtefact } from '../types.ts';
import { decode } from './address.ts';
import { rangeOf, type Source, shown } from './source.ts';

/** Responses are some ten kilobytes; what is larger is none. */
const longest = 1_000_000;
const mostKept = 10;
/** Base64 of `<saml`, `<?xml`, `<Resp`, `<ns…`, of a comment, a DOCTYPE or a byte order mark before them: all begin with these. */
const encodedStart = /(?<![A-Za-z0-9+/%])(?:PHNhbW|PD94bW|PFJlc3|PG5z|PHAx|PCFET0|PCEtLS|77u\/P[A-Z])/g;
const responseTag = /<(?:[A-Za-z][\w.-]{0,40}:)?Response[\s>]/;
const metadataTag = /<(?:[A-Za-z][\w.-]{0,40}:)?Entit(?:y|ies)Descriptor[\s>]/;
const namespace = 'urn:oasis:names:tc:SAML:2.0';

export function recogniseSaml(source: Source): (SamlResponseArtefact | SamlMetadataArtefact)[] {
  return [...encodedResponses(source), ...xmlDocuments(source)];
}

function encodedResponses(source: Source): SamlResponseArtefact[] {
  const { text } = source.view;
  const found: SamlResponseArtefact[] = [];
  let skipTo = 0;
  for (const match of text.matchAll(encodedStart)) {
    if (match.index < skipTo || found.length >= mostKept) continue;
    const piece = text.slice(match.index, match.index + longest);
    const run =
      /^(?:[A-Za-z0-9+/=_-]|%2[BbFf]|%3[Dd]|%0[AaDd]|[ \t]{0,8}\r?\n[ \t>|]{0,8}(?=[A-Za-z0-9+/]{0,200}={0,2}[ \t]{0,8}(?:\r?\n|$)))+/.exec(
        piece,
      )?.[0] ?? '';
    skipTo = match.index + run.length;
    const urlEncoded = /%[023]/.test(run);
    const plain = (urlEncoded ? decode(run.replaceAll('+', '%2B')) : run).replace(/[\s>|]+/g, '');
    const start = Buffer.from(plain.slice(0, 4_000), 'base64').toString('utf8');
    if (run.length < 60 || !responseTag.test(start)) continue;
    found.push(response(source, urlEncoded ? 'url-encoded' : 'base64', run, match.index, skipTo));
  }
  return found;
}

function xmlDocuments(source: Source): (SamlResponseArtefact | SamlMetadataArtefact)[] {
  // As it was pasted where that is XML; entities are seen through only where all of it was escaped.
  const raw = responseTag.test(source.input) || metadataTag.test(source.input);
  const text = raw ? source.input : source.view.text;
  if (!text.includes(namespace)) return [];
  const found: (SamlResponseArtefact | SamlMetadataArtefact)[] = [];
  for (const [tag, kind] of [
    [responseTag, 'response'],
    [metadataTag, 'metadata'],
  ] as const) {
    const opening = tag.exec(text);
    if (!opening) continue;
    const name = /^<([\w.:-]+)/.exec(opening[0])?.[1] ?? '';
    const closing = text.indexOf(`</${name}>`, opening.index);
    const end = closing === -1 ? Math.min(text.length, opening.index + longest) : closing + name.length + 3;
    const xml = text.slice(opening.index, end);
    if (xml.length > longest || !xml.includes(namespace)) continue;
    const range = raw ? { start: opening.index, end } : rangeOf(source, opening.index, end);
    if (kind === 'response') found.push({ ...response(source, 'xml', xml, 0, 0), range });
    else found.push(metadata(xml, range));
  }
  return found;
}

function response(
  source: Source,
  encoding: SamlResponseArtefact['encoding'],
  content: string,
  start: number,
  end: number,
): SamlResponseArtefact {
  const words = { xml: 'as XML', base64: 'in base64', 'url-encoded': 'URL-encoded' }[encoding];
  return {
    kind: 'saml-response',
    label: `SAML response ${words}, ${content.length} characters`,
    range: rangeOf(source, start, end),
    encoding,
    content: new Secret(content),
    values: { encoding, characters: String(content.length) },
  };
}

function metadata(xml: string, range: { start: number; end: number }): SamlMetadataArtefact {
  const entityId = /\bentityID\s{0,5}=\s{0,5}["']([^"']{1,1024})["']/.exec(xml.slice(0, 20_000))?.[1];
  const named = entityId === undefined ? {} : { entityId: shown(entityId, 1_024) };
  return {
    kind: 'saml-metadata',
    label: `SAML metadata${entityId === undefined ? '' : ` of ${shown(entityId, 120)}`}`,
    range,
    xml,
    ...named,
    values: named,
  };
}
