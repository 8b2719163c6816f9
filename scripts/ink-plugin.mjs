/**
 * The one bundler plugin: makes Ink start fast over unmodified packages. Each step names what it saves (docs: PERFORMANCE figures in
 * `npm run bench`). A step that no longer finds its place in a package stops the build: an update must not lose it silently.
 */
import { fileURLToPath } from 'node:url';

/** Fixed at build time: development React doubles the latency of a key press and its memory grows without bound. */
export const define = { 'process.env.NODE_ENV': '"production"' };

const PLAIN = '\0plain-text';

/**
 * Characters that are one column wide and a grapheme by themselves, whatever stands next to them: printable ASCII, Latin letters, and
 * the lines, arrows, bullets and spinner dots of our screens. Code points that are ever drawn as emoji, wide or combining are left out;
 * test/scripts/ink-plugin.test.ts holds each one against string-width, the tokenizer and `Intl.Segmenter`.
 */
export const PLAIN_CLASS =
  ' -~\\u00A1-\\u00A8\\u00AA-\\u00AC\\u00AF-\\u024F\\u2010-\\u2027\\u2030-\\u203A' +
  '\\u2190-\\u2193\\u21D0-\\u21D5\\u2200-\\u22FF\\u2500-\\u25A1\\u25B2-\\u25B5\\u25B7-\\u25BF\\u25C1-\\u25FA' +
  '\\u2713\\u2715\\u2717-\\u271C\\u276C-\\u2771\\u2800-\\u28FF';

/**
 * `plainSegmenter` stands in for `new Intl.Segmenter()`: creating one and using it loads ICU data (40 ms). Text of plain characters, line
 * feeds and colour codes is its own segmentation; a real segmenter is made for the first text that is not.
 * `lazyPattern` stands in for an expression with `\p{…}`: reading the five of them alone, unused, looks sets up in ICU data (25 ms).
 * `sameStyles` spares the comparison by sets for each character that looks like the one before it (10 ms of a first frame).
 */
const PLAIN_SOURCE = `
const plain = /^[${PLAIN_CLASS}]*$/;
const simple = /^[${PLAIN_CLASS}\\n\\x1B\\x07]*$/;
export const isPlain = (text) => plain.test(text);
function* characters(text) {
  for (let index = 0; index < text.length; index++) yield { segment: text[index], index, input: text };
}
export function lazyPattern(make) {
  let real;
  const pattern = () => (real ??= make());
  return {
    test: (text) => pattern().test(text),
    [Symbol.search]: (text) => pattern()[Symbol.search](text),
    [Symbol.match]: (text) => pattern()[Symbol.match](text),
  };
}
export const sameStyles = (a, b) => a === b || (a.length === b.length && a.every((style, index) => style.code === b[index].code));
export function plainSegmenter(...options) {
  let real;
  return {
    segment(text) {
      if (!simple.test(text)) return (real ??= new Intl.Segmenter(...options)).segment(text);
      return {
        [Symbol.iterator]: () => characters(text),
        containing: (index = 0) => (index >= 0 && index < text.length ? { segment: text[index], index, input: text } : undefined),
      };
    },
  };
}
`;

/** yoga's module, made at once: no promise (CommonJS has no top-level await) and no `fetch(data:)`, which pulls in all of undici (40 ms). */
const YOGA_SOURCE = `
import load, { bytes } from '../binaries/yoga-wasm-base64-esm.js';
import wrapAssembly from './wrapAssembly.js';
const runtime = {
  instantiateWasm(imports, done) {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes()), imports);
    done(instance);
    return instance.exports;
  },
};
load(runtime);
const Yoga = wrapAssembly(runtime);
export default Yoga;
export * from './generated/YGEnums.js';
`;

const withPlainText = (code) =>
  `import { isPlain, lazyPattern, plainSegmenter, sameStyles } from ${JSON.stringify(PLAIN)};\n${code}`;

/** `const x = /\\p{…}/v;` at the top of a file. */
const UNICODE_PATTERN = /^(const \w+ = )(\/.*\\p\{.*\/\w+);$/gm;
const LAZY = '$1lazyPattern(() => $2);';

/** File of a package → how its text is changed. Each edit is [what is there, what stands there instead] and must be found. */
const EDITS = new Map([
  [
    'string-width/index.js',
    {
      edits: [
        [/new Intl\.Segmenter\(/, 'plainSegmenter('],
        [UNICODE_PATTERN, LAZY],
        // Ahead of the emoji expression (`/\p{RGI_Emoji}/v` is compiled from ICU data at its first use).
        [/\tlet width = 0;\n\tconst eastAsian/, '\tif (ambiguousIsNarrow && isPlain(string)) return string.length;\n$&'],
      ],
      wrap: withPlainText,
    },
  ],
  ['@alcalzone/ansi-tokenize/build/tokenize.js', { edits: [[/new Intl\.Segmenter\(/, 'plainSegmenter(']], wrap: withPlainText }],
  [
    '@alcalzone/ansi-tokenize/build/styledChars.js',
    {
      edits: [
        [
          /(?=ret \+= ansiCodesToString\(diffAnsiCodes\(chars\[i - 1\]\.styles, char\.styles\)\);)/,
          'if (!sameStyles(chars[i - 1].styles, char.styles)) ',
        ],
      ],
      wrap: withPlainText,
    },
  ],
  [
    'slice-ansi/tokenize-ansi.js',
    {
      edits: [
        [/new Intl\.Segmenter\(/, 'plainSegmenter('],
        [UNICODE_PATTERN, LAZY],
        [/function getGraphemeWidth\(grapheme\) \{/, '$&\n\tif (isPlain(grapheme)) return 1;'],
      ],
      wrap: withPlainText,
    },
  ],
  // What `normalize()` changes is never plain: spared, its tables (2 ms) are not loaded.
  [
    'wrap-ansi/index.js',
    {
      edits: [
        [/String\(string\)\n\t\t\.normalize\(\)/, '(isPlain(String(string)) ? String(string) : String(string).normalize())'],
      ],
      wrap: withPlainText,
    },
  ],
  [
    'ink/build/reconciler.js',
    {
      // The developer tools (and with them `ws`, 55 kB) are for working on Ink itself; both are awaited at top level.
      edits: [
        [/await import\('\.\/devtools\.js'\)/, 'undefined'],
        [/await loadPackageJson\(\)/, 'undefined'],
      ],
    },
  ],
  // With incremental rendering the cursor stands below the frame's trailing line break; Ink 6.8 goes one row too few up and tears the frame.
  [
    'ink/build/log-update.js',
    { edits: [[/ansiEscapes\.cursorUp\(previousVisible - 1\)/, 'ansiEscapes.cursorUp(previousLines.length - 1)']] },
  ],
  [
    'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js',
    {
      edits: [
        [/import\.meta\.url/, '""'],
        [/H="data:application\/octet-stream;base64,([^"]+)"/, 'H="data:"'],
      ],
      wrap: (code, original) => {
        const base64 = /H="data:application\/octet-stream;base64,([^"]+)"/.exec(original)?.[1];
        return `${code}\nexport const bytes = () => Buffer.from('${base64}', 'base64');`;
      },
    },
  ],
  ['yoga-layout/dist/src/index.js', { edits: [[/await loadYoga\(\)/, '']], wrap: () => YOGA_SOURCE }],
]);

/** @param {{ root?: string, strict?: boolean }} options `strict`: every edit must have been made by the end; where Ink is in, it always must. */
export function inkPlugin({ root = fileURLToPath(new URL('..', import.meta.url)), strict = false } = {}) {
  const seen = new Set();
  return {
    name: 'fast-ink',
    buildStart() {
      seen.clear();
    },
    resolveId(source) {
      if (source === PLAIN) return PLAIN;
      // wrap-ansi brings a string-width of its own, with a 12 kB emoji expression: measured and wrapped text must agree, so one is kept.
      if (source === 'string-width') return `${root.replace(/\/$/, '')}/node_modules/string-width/index.js`;
      return null;
    },
    load(id) {
      return id === PLAIN ? PLAIN_SOURCE : null;
    },
    transform(code, id) {
      const name = id.replaceAll('\\', '/').split('/node_modules/').at(-1);
      const change = EDITS.get(name);
      if (!change) return null;
      seen.add(name);
      return changed(name, code, change);
    },
    buildEnd(error) {
      const missing = [...EDITS.keys()].filter((name) => !seen.has(name));
      const isDue = strict || seen.has('ink/build/reconciler.js');
      if (!error && isDue && missing.length > 0)
        this.error(`Nothing imports ${missing.join(', ')} any more: see scripts/ink-plugin.mjs.`);
    },
  };
}

function changed(name, code, { edits, wrap = (text) => text }) {
  let result = code;
  for (const [there, instead] of edits) {
    if (result.search(there) === -1) throw new Error(`${name} no longer holds ${there}: see scripts/ink-plugin.mjs.`);
    result = result.replace(there, instead);
  }
  return wrap(result, code);
}
