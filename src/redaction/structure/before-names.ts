/** Values that stand before the name: `use X as the client secret`, `<input value="…" name="password">`. Pure, linear. */
import { valueFindings } from './field-values.ts';
import type { SecretName } from './names.ts';
import type { Report } from './report.ts';

const before =
  /(["'`]?)([^\s"'`]{8,512})\1[ \t]{1,3}(?:as|is|was)[ \t]{1,3}(?:(?:the|your|our|my|a|new|an|old|current)[ \t]{1,3}){0,2}(?:\w{2,20}[ \t]){0,2}$/;

/** `use X as the client secret`. */
export function saidBefore(text: string, start: number, name: SecretName, report: Report): boolean {
  if (text[start - 1] !== ' ') return false;
  const line = text.slice(Math.max(0, start - 640), start);
  if (!/[ \t](?:as|is|was)[ \t]/.test(line.slice(-60))) return false;
  const found = before.exec(line.slice(line.lastIndexOf('\n') + 1).replace(/\{\{([^\s{}]{6,512})\}\}(?=[ \t])/, ' `$1` '));
  const content = found?.[2] ?? '';
  if (found === null || !/\d/.test(content)) return false;
  const at = start - found[0].length + found[0].indexOf(content);
  const value = { start: at, end: at + content.length, quoted: found[1] !== '', next: at + content.length };
  return valueFindings(text, value, name, { at, mode: 'inline', by: 'words' }, report);
}

const inputBefore = /<input\b[^<>]{0,200}?\bvalue=(["'])([^"'<>]{1,400})\1[^<>]{0,200}\bname=["']$/i;

/** `<input value="…" name="password">`: the value comes first. */
export function valueBefore(text: string, start: number, name: SecretName, report: Report): boolean {
  if (!/name=["']$/i.test(text.slice(Math.max(0, start - 6), start))) return false;
  const from = Math.max(0, start - 900);
  const before = text.slice(from, start);
  const tag = before.lastIndexOf('<');
  const found = tag < 0 ? null : inputBefore.exec(before.slice(tag));
  if (!found) return false;
  const content = found[2] ?? '';
  const at = from + tag + found[0].indexOf(`value=${found[1]}`) + 7;
  return valueFindings(
    text,
    { start: at, end: at + content.length, quoted: true, next: at + content.length },
    name,
    { at, mode: 'inline', by: 'pair' },
    report,
  );
}
