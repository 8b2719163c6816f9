/** The plugin makes Ink fast and nothing else: what it changes must measure, cut and draw exactly as the packages do without it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type RolldownOutput, rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inkPlugin, PLAIN_CLASS } from '../../scripts/ink-plugin.mjs';
import { inputOptions, outputOptions } from '../../scripts/rolldown-config.mjs';
import * as untouched from './text-libraries.ts';

const folder = mkdtempSync(join(tmpdir(), 'ink-plugin-'));
let bundled: typeof untouched;
let output: RolldownOutput['output'];

beforeAll(async () => {
  const entries = { libraries: 'test/scripts/text-libraries.ts', screen: 'scripts/bench/stand-in.tsx' };
  const bundle = await rolldown(inputOptions(entries, { strict: true }));
  ({ output } = await bundle.write(outputOptions(folder)));
  await bundle.close();
  bundled = createRequire(import.meta.url)(join(folder, 'libraries.js')) as typeof untouched;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plainPattern = new RegExp(`^[${PLAIN_CLASS}]$`);
const plainCharacters = Array.from({ length: 0x1_00_00 }, (_, code) => String.fromCharCode(code)).filter((c) =>
  plainPattern.test(c),
);
const plain = fc.array(fc.constantFrom(...plainCharacters), { maxLength: 40 }).map((characters) => characters.join(''));
const colour = fc.constantFrom('\u001B[31m', '\u001B[39m', '\u001B[1m', '\u001B[22m', '\u001B[38;2;1;2;3m', '\u001B[0m');
const odd = fc.constantFrom(
  '👨‍👩‍👧',
  '✅',
  '⚠️',
  '한글',
  '日本',
  'é',
  'e\u0301',
  '🇩🇪',
  '\t',
  '\u200B',
  '\u00AD',
  'ﾞ',
  '\r\n',
  '\u001B]8;;x\u0007',
  '1️⃣',
);
const anyText = fc
  .array(fc.oneof(plain, colour, odd, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 8 })
  .map((parts) => parts.join(''));
/** Text the fast path takes: what our screens are made of. */
const screenText = fc.array(fc.oneof(plain, colour), { maxLength: 8 }).map((parts) => parts.join(''));

describe('a plain character', () => {
  it('is one column wide and never drawn as an emoji', () => {
    expect(plainCharacters.length).toBeGreaterThan(500);
    const wrong = plainCharacters.filter(
      (character) =>
        untouched.stringWidth(character) !== 1 ||
        untouched.tokenize(character).some((token) => token.type === 'char' && token.fullWidth),
    );
    expect(wrong).toEqual([]);
  });

  it('is a grapheme by itself, whatever plain character stands beside it', () => {
    const segmenter = new Intl.Segmenter();
    const inARow = plainCharacters.join('');
    expect([...segmenter.segment(inARow)].map(({ segment }) => segment)).toEqual(plainCharacters);
    fc.assert(fc.property(plain, (text) => [...segmenter.segment(text)].length === text.length));
  });

  it('stays as it is when text is normalised', () => {
    expect(plainCharacters.filter((character) => character.normalize() !== character)).toEqual([]);
  });
});

describe('the bundled libraries agree with the packages', () => {
  it('on the width of any text', () => {
    fc.assert(fc.property(anyText, (text) => bundled.stringWidth(text) === untouched.stringWidth(text)));
    fc.assert(
      fc.property(plain, (text) => {
        const options = { ambiguousIsNarrow: false };
        return bundled.stringWidth(text, options) === untouched.stringWidth(text, options);
      }),
    );
  });

  it('on the tokens of any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(bundled.tokenize(text)).toEqual(untouched.tokenize(text));
      }),
    );
  });

  it('on any slice of any text', () => {
    const range = fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 30 }));
    fc.assert(
      fc.property(
        anyText,
        range,
        (text, [start, length]) =>
          bundled.sliceAnsi(text, start, start + length) === untouched.sliceAnsi(text, start, start + length),
      ),
    );
  });

  it('on where text of our screens wraps', () => {
    const options = { trim: false, hard: true };
    fc.assert(
      fc.property(
        screenText,
        fc.integer({ min: 1, max: 30 }),
        (text, columns) => bundled.wrapAnsi(text, columns, options) === untouched.wrapAnsi(text, columns, options),
      ),
    );
  });

  it('on a drawn screen', () => {
    const draw = ({ Box, Text, createElement, renderToString }: typeof untouched) =>
      renderToString(
        createElement(
          Box,
          { borderStyle: 'round', width: 24, flexDirection: 'column' },
          createElement(Text, { color: 'cyan' }, '❯ Ungültige Redirect-URI, länger als eine Zeile'),
          createElement(Text, { wrap: 'truncate-end' }, '日本語 👩‍💻 and more than fits in here'),
        ),
      );
    expect(draw(bundled)).toBe(draw(untouched));
  });
});

describe('the bundle', () => {
  it('draws its first frame without loading ICU data, undici or a second process', () => {
    const trap = join(folder, 'trap.cjs');
    writeFileSync(
      trap,
      `const forbid = (owner, name) => Object.defineProperty(owner, name, { get() { throw new Error(name + ' was touched'); } });
       for (const name of ['fetch', 'Request', 'Response', 'Headers', 'FormData', 'WebSocket']) forbid(globalThis, name);
       forbid(Intl, 'Segmenter');
       forbid(require('node:child_process'), 'execFileSync');
       process.stdout.columns = 60;
       process.stdout.rows = 40;
       process.on('exit', () => process.stdout.write('ended well'));
       setTimeout(() => process.exit(), 300);`,
    );
    const drawn = execFileSync(process.execPath, ['--require', trap, join(folder, 'screen.js')], {
      encoding: 'utf8',
      env: { ...process.env, CI: 'false' },
      input: '',
    });
    expect(drawn).toContain('❯ Symptom number 1');
    expect(drawn).toContain('ended well');
  });

  it('holds production React only, and neither the developer tools nor ws', () => {
    const modules = output.flatMap((file) => ('moduleIds' in file ? file.moduleIds : []));
    expect(modules.length).toBeGreaterThan(50);
    const loaded = modules.filter((id) => /react(-reconciler)?\.development\.js$|\/ws\/|devtools/.test(id));
    const code = output.map((file) => ('code' in file ? file.code : '')).join('');
    expect(loaded).toEqual([]);
    expect(code).not.toContain('react-devtools-core');
    expect(code).toContain('Minified React error');
  });

  it('holds string-width once', () => {
    const modules = output.flatMap((file) => ('moduleIds' in file ? file.moduleIds : []));
    expect(modules.filter((id) => id.endsWith('/string-width/index.js'))).toHaveLength(1);
  });
});

describe('a package that has changed', () => {
  const { transform } = inkPlugin();

  it.each(['string-width/index.js', 'slice-ansi/tokenize-ansi.js', 'ink/build/reconciler.js', 'yoga-layout/dist/src/index.js'])(
    'stops the build where an edit of %s finds nothing',
    (name) => {
      expect(() => transform('export default 1;', `/x/node_modules/${name}`)).toThrow('see scripts/ink-plugin.mjs');
    },
  );

  it('leaves every other file as it is', () => {
    expect(transform('export default 1;', '/x/node_modules/react/index.js')).toBeNull();
  });

  it('stops the build when nothing imports a file any more', async () => {
    const entry = 'src/cli/nearest.ts';
    const bundle = await rolldown(inputOptions({ entry }, { strict: true }));
    await expect(bundle.generate(outputOptions(folder))).rejects.toThrow(/Nothing imports/);
  });
});
