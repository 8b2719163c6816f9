/** Links that let in whoever has them: to an admin portal, or a magic link. The secret is in the path, the query or the fragment. Pure, linear. */
import { isNoSecret } from '../benign.ts';
import { type Hits, trigger } from '../triggers.ts';
import type { Report } from './report.ts';

const words = trigger(['magiclink', 'magic-link', 'magic_link', '/magic/', 'portal'], { ignoreCase: true });

const slash = String.raw`(?:\\{0,8}/|%(?:25)?2F)`;
/** The part of a path that says what the link is. */
const magic = new RegExp(`(?<![/:])${slash}(?:magic[-_]?link|magic)s?(?![A-Za-z])`, 'iy');
const portal = new RegExp(`(?<![/:])${slash}(?:[a-z]{2,12}[-_]?)?portal(?:[-_]?(?:link|session|setup))?s?(?![A-Za-z])`, 'iy');
/** Up to the end of the address. */
const rest = /(?:\\{1,8}\/|[^\s"'`<>\\)\]}|]){0,2048}/y;
/** Segments of a path, values of a query and of a fragment. */
const parts = /(\/|%(?:25)?2F|[?&#;]|%(?:25)?(?:3F|26))(?:([\w.-]{1,40})(?:=|%(?:25)?3D))?([^/?&#;=%]{6,})/gi;

const publicName =
  /^(?:email|e_?mail|login_?hint|redirect(?:_ur[il]|_to)?|return_to|state|locale|lang|org(?:anization)?(?:_id)?|connection_id|env(?:ironment)?(?:_id)?|feature|type|intent|utm_\w+)$/i;
const publicId = /^[a-z][a-z\d]{1,14}_\d{5,}$/;

export function findLinks(text: string, hits: Hits, report: Report): void {
  let behind = 0;
  for (const hit of hits.of(words)) {
    if (hit < behind) continue;
    const found = linkAt(text, hit);
    if (!found) continue;
    rest.lastIndex = found.end;
    const address = (rest.exec(text)?.[0] ?? '').replace(/[.,;:!?]+$/, '');
    for (const part of address.matchAll(parts)) {
      const [whole, , name, value = ''] = part;
      if ((name !== undefined && publicName.test(name)) || !lets(value, found.isMagic)) continue;
      const start = found.end + part.index + whole.length - value.length;
      if (report.isTaken(start)) continue;
      report.add({ start, end: start + value.length, kind: found.isMagic ? 'magic_link' : 'portal_link', rule: 'link:lets-in' });
    }
    behind = found.end + address.length;
  }
}

/** The word may stand in the middle of its segment: `admin-portal`. */
function linkAt(text: string, hit: number): { readonly end: number; readonly isMagic: boolean } | undefined {
  for (let start = hit; start >= 0 && hit - start <= 24; start--) {
    if (!/[/\\%]/.test(text[start] ?? '')) continue;
    for (const [sign, isMagic] of [
      [magic, true],
      [portal, false],
    ] as const) {
      sign.lastIndex = start;
      const end = sign.test(text) ? sign.lastIndex : -1;
      if (end > hit) return { end, isMagic };
    }
  }
  return undefined;
}

/** `how-to-verify-2-codes`. */
const isSlug =
  /^(?:[a-z]{1,16}|\d{1,4}|[a-z]{1,3}\d{1,2}|\d{1,2}[a-z]{1,3})(?:[-_](?:[a-z]{1,16}|\d{1,4}|[a-z]{1,3}\d{1,2}|\d{1,2}[a-z]{1,3}))+$/i;

/** What no person would type: of a magic link anything with a digit, of a portal only what is long enough to be a secret. */
function lets(value: string, isMagic: boolean): boolean {
  if (publicId.test(value) || isNoSecret(value.replace(/_\w{1,4}$/, '')) || !/\d/.test(value) || !/[A-Za-z]/.test(value))
    return isUuid.test(value);
  return !isSlug.test(value) && value.length >= (isMagic ? 10 : 20);
}

const isUuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?:_\w{1,12})?$/i;
