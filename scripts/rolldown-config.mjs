/** How anything of ours is bundled: dist/, the help text, the stand-in of the benchmark and the tests of the plugin alike. */
import { builtinModules } from 'node:module';
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
    plugins: [inkPlugin({ root, strict }), requiredBuiltins(), fewEntities(), oneParser()],
  };
}

/**
 * `import('node:tls')` becomes a `require` that is put off: scripts compiled from kept code (bin/compile-cache.js) cannot import dynamically,
 * and Node's own modules need no loader.
 */
function requiredBuiltins() {
  return {
    name: 'required-builtins',
    renderChunk(code) {
      return code.replace(/\bimport\(\s*([`'"])((?:node:)?[a-z_]+(?:\/[a-z_]+)?)\1\s*\)/g, (whole, quote, name) =>
        builtinModules.includes(name.replace(/^node:/, ''))
          ? `Promise.resolve().then(()=>require(${quote}${name}${quote}))`
          : whole,
      );
    },
  };
}

/**
 * Names of characters in HTML: 2,231 of them are 25 kB packed. A rehearsal reads addresses and hidden fields, which need those of XML and numbers;
 * the rest stays as it is written.
 */
function fewEntities() {
  return {
    name: 'few-entities',
    load(id) {
      if (!/[\\/]entities[\\/]dist[\\/]generated[\\/]decode-data-html\.js$/.test(id)) return undefined;
      return "export { xmlDecodeTree as htmlDecodeTree } from './decode-data-xml.js';";
    },
  };
}

/**
 * undici carries its HTTP parser twice, for processors with SIMD and for all others: the one for all serves both.
 * What else it brings (stand-ins for tests, web sockets, event streams) nothing here uses.
 */
function oneParser() {
  return {
    name: 'one-parser',
    load(id) {
      if (/[\\/]undici[\\/]lib[\\/](?:mock|web[\\/](?:websocket|eventsource))[\\/]/.test(id)) return 'module.exports = {};';
      if (!/[\\/]undici[\\/]lib[\\/]llhttp[\\/]llhttp_simd-wasm\.js$/.test(id)) return undefined;
      return "module.exports = require('./llhttp-wasm.js');";
    },
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
