/** The syntax-tree runtime and one grammar per language → dist/grammars/NAME.wasm.br. Packed once: the results are kept in .cache/. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const { resolve } = createRequire(import.meta.url);
const LANGUAGES = ['javascript', 'typescript', 'tsx', 'python', 'go', 'java'];

/** Name in dist/grammars/ → file it is made from. `src/project/syntax` opens them under these names. */
export const SOURCES = new Map([
  ['web-tree-sitter', resolve('web-tree-sitter/web-tree-sitter.wasm')],
  ...LANGUAGES.map((language) => [
    `tree-sitter-${language}`,
    resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${language}.wasm`),
  ]),
]);

export function writeGrammars(folder, cache) {
  mkdirSync(folder, { recursive: true });
  mkdirSync(cache, { recursive: true });
  for (const [name, file] of SOURCES) writeFileSync(join(folder, `${name}.wasm.br`), packed(readFileSync(file), cache));
}

function packed(bytes, cache) {
  const kept = join(cache, `${createHash('sha256').update(bytes).digest('hex')}.br`);
  try {
    return readFileSync(kept);
  } catch {
    const result = brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_LGWIN]: 22,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    });
    writeFileSync(kept, result);
    return result;
  }
}
