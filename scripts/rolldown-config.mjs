/** How anything of ours is bundled: dist/, the help text, the stand-in of the benchmark and the tests of the plugin alike. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { define, inkPlugin } from './ink-plugin.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {Record<string, string>} entries name → file, relative to the package. */
export function inputOptions(entries, { strict = false } = {}) {
  return {
    input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(root, file)])),
    cwd: root,
    platform: 'node',
    transform: { define },
    // web-tree-sitter can load grammars that bring code of their own along; ours do not.
    checks: { eval: false },
    plugins: [inkPlugin({ root, strict })],
  };
}

/** CommonJS, because Node reads it faster than modules; several files, because V8 reads all of a file before it runs any of it. */
export function outputOptions(dir) {
  return {
    dir,
    format: 'cjs',
    // Names of classes are shown: libraries take the name of an error from its class.
    minify: { compress: true, codegen: true, mangle: { keepNames: { class: true, function: false } } },
    comments: { legal: false },
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  };
}
