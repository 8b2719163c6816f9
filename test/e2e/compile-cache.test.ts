/** Code kept between runs (Node.js 20): it is used, it is never trusted, and nothing depends on it. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './program.ts';

const CACHE = resolve(import.meta.dirname, '../../bin/compile-cache.js');
const padding = `/* ${'x'.repeat(40_000)} */`;

function project(name = 'chunk-a1B2_c3D.js') {
  const dist = temporaryFolder();
  const folder = join(dist, 'kept');
  const chunk = join(dist, name);
  writeFileSync(
    chunk,
    `${padding}\nconst path = require('./small.js');\nexports.sum = (a, b) => a + b;\nexports.from = [__filename, path, this === exports];`,
  );
  writeFileSync(join(dist, 'small.js'), "module.exports = require('node:path').basename(__dirname);");
  const main = join(dist, 'main.cjs');
  writeFileSync(
    main,
    `const vm = require('node:vm');
     const seen = [];
     vm.Script = class extends vm.Script { constructor(code, options) { super(code, options); seen.push(options.cachedData ? !this.cachedDataRejected : 'none'); } };
     require(${JSON.stringify(CACHE)}).keepCompiledCode(${JSON.stringify(dist)}, ${JSON.stringify(folder)});
     const chunk = require(${JSON.stringify(chunk)});
     console.log(JSON.stringify({ seen, sum: chunk.sum(1, 2), from: chunk.from }));`,
  );
  const run = (): unknown => JSON.parse(execFileSync(process.execPath, [main], { encoding: 'utf8' }));
  const works = { sum: 3, from: [chunk, dist.split('/').at(-1), true] };
  return { run, works, folder, chunk };
}

describe('compiled code', () => {
  it('is kept by the first run and used by the second', () => {
    const { run, works, folder } = project();
    expect(run()).toEqual({ ...works, seen: ['none'] });
    const [file] = readdirSync(folder);
    expect(statSync(join(folder, file ?? '')).mode & 0o077).toBe(0);
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(run()).toEqual({ ...works, seen: [true] });
  });

  it('that is damaged is thrown away and made again', () => {
    const { run, works, folder } = project();
    run();
    const file = join(folder, readdirSync(folder)[0] ?? '');
    const whole = readFileSync(file);
    for (const damaged of [Buffer.alloc(0), Buffer.from('nonsense'), whole.subarray(0, whole.length / 2)]) {
      writeFileSync(file, damaged);
      expect(run()).toMatchObject(works);
      expect(run()).toEqual({ ...works, seen: [true] });
    }
  });

  it('is not kept for a file without a hash in its name: V8 would not notice that it has changed', () => {
    const { run, works } = project('cli.js');
    run();
    expect(run()).toEqual({ ...works, seen: [] });
  });

  it('is done without where it cannot be written', () => {
    const { run, works, folder } = project();
    writeFileSync(folder, 'a file in the place of the folder');
    expect(run()).toMatchObject(works);
    expect(run()).toMatchObject(works);
  });
});
