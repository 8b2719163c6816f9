/** Names of people in SAML as XML: the subject's identifier and the values of attributes, in plain, escaped or encoded markup. Pure, linear. */
import { isPlaceholder } from '../benign.ts';
import type { Report } from '../structure/report.ts';
import { type Hits, trigger } from '../triggers.ts';

const holders = trigger(['AttributeValue', 'NameID', 'NameIdentifier']);

/** How `<` and `>` are written where one document stands inside another. */
const open = /(?:<|&(?:amp;)?lt;|&#(?:60|x3c);|\\{1,8}u003c|\\{1,8}x3c|%(?:25)?3C)/iy;
const close = /(?:>|&(?:amp;)?gt;|&#(?:62|x3e);|\\{1,8}u003e|\\{1,8}x3e|%(?:25)?3E)/i;
const LONGEST_TAG = 600;
const LONGEST_VALUE = 400;
/** So far before its value the attribute has its name. */
const FURTHEST_NAME = 3_000;

const opensTag = new RegExp(`${open.source}(?:[\\w.-]{1,20}(?::|%(?:25)?3A))?$`, 'i');
const opens = new RegExp(open.source, 'i');
/** White space as markup, JSON and URLs write it. */
const space = String.raw`(?:\s|\\{1,8}[nrt]|%(?:25)?(?:20|0A|0D|09)|&#(?:10|13|9|xA|xD|x9);|\+)`;
const before = new RegExp(`^${space}*(?:${open.source}!(?:\\[|%5B)CDATA(?:\\[|%5B))?${space}*`, 'i');
const behind = new RegExp(`${space}*(?:(?:\\]|%5D){2})?$`, 'i');

/** What these say is no person's: groups and roles are what such a document is looked at for. */
const ofGroups =
  /(?:groups?|roles?|memberof|entitlements?|tenant(?:id)?|identityprovider|authn(?:methodsreferences|classreference|method)|organi[sz]ation(?:id)?|company(?:id)?|department|locale|language|timezone|country)$/i;
const saysNothing = /^(?:true|false|null|none|yes|no|\d{1,4})$/i;
const standIn = /^(?:[{$%[*]|<|&lt;|user\.|x{3,}$)/i;
const isAddress = /^[^\s<>"']{1,64}(?:@|%40|&#64;|\\u0040)[\w.-]{1,253}$/;

export function findSamlPeople(text: string, hits: Hits, report: Report): void {
  for (const at of hits.of(holders)) {
    if (!opensTag.test(text.slice(Math.max(0, at - 32), at))) continue;
    const tag = text.slice(at, at + LONGEST_TAG);
    const end = close.exec(tag);
    if (!end || tag[end.index - 1] === '/') continue;
    const name = /^(?:AttributeValue|NameID|NameIdentifier)/.exec(tag)?.[0] ?? '';
    if (/^[\w.-]/.test(tag.slice(name.length, name.length + 1)) || opens.test(tag.slice(0, end.index))) continue;
    const place = valueFrom(text, at + end.index + end[0].length);
    if (!place || report.isTaken(place.start)) continue;
    const value = text.slice(place.start, place.end);
    // An address is found as one: its domain stays.
    if (isAddress.test(value) || saysNothing.test(value) || standIn.test(value) || isPlaceholder(value)) continue;
    if (name === 'AttributeValue' && isOfGroups(text, at)) continue;
    report.add({ ...place, kind: 'name', rule: 'saml:person' });
  }
}

/** Up to the next markup. */
function valueFrom(text: string, from: number): { readonly start: number; readonly end: number } | undefined {
  const ahead = text.slice(from, from + LONGEST_VALUE);
  const start = before.exec(ahead)?.[0].length ?? 0;
  const rest = ahead.slice(start);
  const length = rest.search(opens);
  // Cut off, or longer than a name: what is there is hidden all the same.
  const value = (length < 0 ? (/^[^\n"]*/.exec(rest)?.[0] ?? '') : rest.slice(0, length)).replace(behind, '');
  return value === '' ? undefined : { start: from + start, end: from + start + value.length };
}

const called =
  /(?<![A-Za-z])(?:Friendly)?Name(?:=|%(?:25)?3D)(?:\\{0,15}["']|&(?:amp;)?quot;|&#34;|%(?:25)?22)([^"'\\&\s]{1,200}?)(?:\\|["']|&|%(?:25)?22|\s)/gi;

/** By the names of the nearest attribute before the value. */
function isOfGroups(text: string, at: number): boolean {
  const near = text.slice(Math.max(0, at - FURTHEST_NAME), at);
  const tag = near.slice(
    Math.max(near.lastIndexOf('Attribute '), near.lastIndexOf('Attribute%20'), near.lastIndexOf('Attribute+'), 0),
  );
  return [...tag.matchAll(called)].some(([, name = '']) => ofGroups.test(name));
}
