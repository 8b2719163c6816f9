/** The second look, at the packed bytes: whatever went wrong before, no archive with a secret in it is written. */
import type { Redactor } from '../redaction/redactor.ts';
import { type UnpackedFile, unpackBundle } from './archive.ts';

export type Verified =
  | { readonly kind: 'clean' }
  /** Where it stands and what kind it is; never the value. */
  | { readonly kind: 'hit'; readonly file: string; readonly line: number; readonly rule: string; readonly reason: string };

export async function verifyBundle(archive: Uint8Array, redactor: Redactor): Promise<Verified> {
  const unpacked = await unpackBundle(archive);
  if (unpacked.kind === 'refused') return hit('the archive', 0, 'unreadable', unpacked.reason);
  try {
    return lookAt(unpacked.files, redactor);
  } catch {
    return hit('the archive', 0, 'unreadable', 'The second look at it failed.');
  }
}

function lookAt(files: readonly UnpackedFile[], redactor: Redactor): Verified {
  for (const { name, bytes } of files) {
    const inName = redactor.places(Buffer.from(name))[0];
    if (inName)
      return hit('the name of a file', 0, inName.rule, `The name of a file in the bundle looks like a secret (${inName.rule}).`);
    const place = redactor.places(bytes)[0];
    if (place) {
      const line = lineOf(bytes, place.start);
      return hit(name, line, place.rule, `${name} still holds what looks like a secret on line ${line} (${place.rule}).`);
    }
  }
  return { kind: 'clean' };
}

function hit(file: string, line: number, rule: string, reason: string): Verified {
  return { kind: 'hit', file, line, rule, reason: `No bundle was written. ${reason}` };
}

function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let index = 0; index < at; index++) if (bytes[index] === 0x0a) line++;
  return line;
}
