/** Scalekit's credentials side by side: the argument behind a client id in a constructor, `skc_…:secret`. Pure, linear. */
import { isNoSecret } from '../benign.ts';
import { type Hits, trigger } from '../triggers.ts';
import type { Report } from './report.ts';

const LITERAL = `\\\\{0,4}(["'\`])((?:[^"'\`\\\\\\n]|\\\\[^\\n]){8,4096})\\\\{0,4}`;
/** A client id, quoted, and the next literal, which is no name of a member. */
const behindId = new RegExp(`\\w{0,8}\\\\{0,4}["'\`]\\s{0,40},\\s{0,40}${LITERAL}\\1(?!\\s{0,8}[:=])`, 'y');
const joined = /\w{0,8}:([^\s"'`<>,;{}()[\]&]{8,4096})/y;
const constructed = /(?:Client|NewScalekit|Scalekit)\s{0,8}\(/y;
const argument =
  /\s{0,40}(?:\\{0,4}(["'`])((?:[^"'`\\\n]|\\[^\n]){0,4096})\1|[^,()"'`\n]{1,200}(?:\([^()\n]{0,200}\))?)\s{0,40}([,)])/y;

const clientIds = trigger(['skc_', 'm2m_', 'm2morg_']);
const product = trigger(['Scalekit']);

export function findClientSecrets(text: string, hits: Hits, report: Report): void {
  for (const at of hits.of(clientIds)) findBehindId(text, at, report);
  for (const at of hits.of(product)) {
    constructed.lastIndex = text.startsWith('ScalekitClient', at) ? at + 8 : at;
    if (constructed.test(text)) findThirdArgument(text, constructed.lastIndex, report);
  }
}

function findBehindId(text: string, at: number, report: Report): void {
  let end = at;
  while (end - at < 64 && /\w/.test(text[end] ?? '')) end++;
  for (const expression of [behindId, joined]) {
    expression.lastIndex = end;
    const found = expression.exec(text);
    const value = expression === behindId ? found?.[2] : found?.[1];
    if (found === null || value === undefined || isNoSecret(value) || value.startsWith('//') || /\s/.test(value)) continue;
    const stop =
      end + found[0].length - (expression === behindId ? found[0].length - found[0].lastIndexOf(value) - value.length : 0);
    report.add({ start: stop - value.length, end: stop, kind: 'client_secret', rule: 'scalekit:behind-id' });
  }
}

/** `new ScalekitClient(url, id, secret)`. */
function findThirdArgument(text: string, from: number, report: Report): void {
  let at = from;
  for (let index = 0; index < 3; index++) {
    argument.lastIndex = at;
    const found = argument.exec(text);
    if (found === null) return;
    if (index === 2 && found[2] !== undefined && !isNoSecret(found[2])) {
      const start = at + found[0].indexOf(found[2], found[0].indexOf(found[1] ?? '"') + 1);
      report.add({ start, end: start + found[2].length, kind: 'client_secret', rule: 'scalekit:constructor' });
    }
    if (found[3] === ')') return;
    at = argument.lastIndex;
  }
}
