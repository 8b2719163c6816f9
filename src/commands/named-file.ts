/**
 * A symptom that is the name of a file (a log, a HAR, metadata, a SAML response) stands for what is in it: terminals write the name when a
 * file is dropped on them. Reads that one file, and only where the text can hardly be meant otherwise.
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MAX_TEXT_BYTES } from './options.ts';

export interface NamedFile {
  readonly name: string;
  readonly text: string;
}

const LONGEST_NAME = 1_024;
const ending = /\.(?:har|log|txt|xml|json|ndjson|saml|b64|http|eml|out|err)$/i;

/** Undefined for a text that names no file, or one that is no text. */
export function namedFile(text: string, folder: string, home: string | undefined): NamedFile | undefined {
  const written = text.trim();
  if (written === '' || written.length > LONGEST_NAME || /[\r\n]/.test(written)) return undefined;
  const name = unquoted(written);
  if (name === undefined || !(ending.test(name) || /^(?:[/~]|\.{1,2}\/|[A-Za-z]:\\)/.test(name))) return undefined;
  const absolute = path.resolve(folder, home !== undefined && name.startsWith('~/') ? path.join(home, name.slice(2)) : name);
  try {
    const { size, isFile } = lookAt(absolute);
    if (!isFile || size === 0 || size > MAX_TEXT_BYTES) return undefined;
    const bytes = readFileSync(absolute);
    return bytes.includes(0) ? undefined : { name: path.basename(absolute), text: bytes.toString('utf8') };
  } catch {
    return undefined;
  }
}

function lookAt(absolute: string): { readonly size: number; readonly isFile: boolean } {
  const status = statSync(absolute);
  return { size: status.size, isFile: status.isFile() };
}

/** Terminals quote what they write: 'a b.log', a\ b.log, file:///a%20b.log. */
function unquoted(written: string): string | undefined {
  if (/^https?:/i.test(written)) return undefined;
  if (written.startsWith('file://')) {
    try {
      return fileURLToPath(written);
    } catch {
      return undefined;
    }
  }
  const quoted = /^'([^']+)'$|^"([^"]+)"$/.exec(written);
  return quoted ? (quoted[1] ?? quoted[2]) : process.platform === 'win32' ? written : written.replace(/\\(.)/g, '$1');
}
