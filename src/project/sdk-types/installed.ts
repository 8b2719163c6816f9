/** The calls of the SDK that is installed, from its own type files. Reads a bounded number of files of a bounded size. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readBytes } from '../read-bytes.ts';
import { apiOf } from './declarations.ts';
import type { SdkApi } from './types.ts';

const MOST_FILES = 80;
const MOST_BYTES = 256 * 1024;

/** `folder` is the installed package. Undefined where it has no readable type files. */
export async function installedApi(folder: string): Promise<SdkApi | undefined> {
  const lib = path.join(folder, 'lib');
  const texts = [lib, path.join(lib, 'types')].flatMap(typeFiles);
  return texts.length > 0 ? apiOf(texts) : undefined;
}

function typeFiles(folder: string): string[] {
  return namesIn(folder)
    .filter((name) => name.endsWith('.d.ts'))
    .sort()
    .slice(0, MOST_FILES)
    .flatMap((name) => {
      const read = readBytes(path.join(folder, name), name, MOST_BYTES);
      return read.kind === 'bytes' ? [read.bytes.toString('utf8')] : [];
    });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
