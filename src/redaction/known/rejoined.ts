/** A text with the line breaks undone that mean none: quoted-printable's (RFC 2045 §6.7) and a shell's in the middle of a word. Pure, linear. */
import type { Subject } from '../bytes.ts';
import { type Hits, trigger } from '../triggers.ts';
import { type Stripped, without } from './stripped.ts';

const softBreaks = trigger(['=\n', '=\r\n']);
const escapes = trigger(['=3D', '=22:', '=22,', '=7B=22', '=C3=', '=E2=8', 'quoted-printable']);
/** JSON in such a mail, whose lines were short enough. */
const quotes = trigger(['=22:=22', '=22: =22']);
const continued = trigger(['\\\n', '\\\r\n']);

/** What stands for itself behind the escape; a line break and what is no text stays as it is. */
const quotedPrintable = /=\r?\n|=[2-7][\dA-F](?!%)/g;
const inWords = /(?<=[\w+/.~%-])\\\r?\n(?=[\w+/.~%-])/g;

export function rejoined(subject: Subject, hits: Hits): Stripped | undefined {
  if (hits.of(quotes).length > 0 || (hits.of(softBreaks).length > 0 && hits.of(escapes).length > 0))
    return without(subject, quotedPrintable, decoded);
  return hits.of(continued).length > 0 ? without(subject, inWords) : undefined;
}

const decoded = (found: string): string => (found.endsWith('\n') ? '' : String.fromCharCode(Number.parseInt(found.slice(1), 16)));
