/** Places in compiled code lead to the source: by a map beside it, by one within it, or by what stands there. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sourceLineOf } from '../../src/rehearsal/stage/same-code.ts';
import { placeMapper } from '../../src/rehearsal/stage/source-maps.ts';
import { temporaryFolder } from '../e2e/program.ts';

const source = `import { Injectable } from '@nestjs/common';

interface Session {
  token: string;
}

@Injectable()
export class Sessions {
  async first(session: Session): Promise<void> {
    await this.sdk.refreshAccessToken(session.token);
  }

  async second(session: Session): Promise<string> {
    const answer: Session = await this.sdk.refreshAccessToken(session.token as string);
    return answer.token;
  }
}
`;
const compiled = `"use strict";
let Sessions = class Sessions {
    async first(session) {
        await this.sdk.refreshAccessToken(session.token);
    }
    async second(session) {
        const answer = await this.sdk.refreshAccessToken(session.token);
        return answer.token;
    }
};
`;

it.each([
  ['a line that stayed as it was', 4, 24, 10],
  ['the second of two calls', 7, 39, 14],
  ['what no line of the source looks like', 1, 1, undefined],
])('%s', (_name, line, column, expected) => {
  expect(sourceLineOf(compiled, source, line, column)).toBe(expected);
});

/** The first line of the generated file is the third of the source. */
const map = JSON.stringify({ version: 3, sources: ['../src/app.ts'], names: [], mappings: 'AAEA' });
const inline = `// # sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString('base64')}`.replace('// #', '//#');

it.each([
  ['a map beside it', { 'dist/app.js': 'start();\n', 'dist/app.js.map': map }, 'src/app.ts:3'],
  ['a map within it', { 'dist/app.js': `start();\n${inline}\n` }, 'src/app.ts:3'],
  ['no map', { 'dist/app.js': 'start();\n' }, 'src/app.ts:4'],
  ['no source either', { 'dist/other.js': 'start();\n' }, 'dist/other.js:1'],
])('compiled with %s', (_name, files, expected) => {
  const folder = temporaryFolder();
  for (const [file, text] of Object.entries({ 'src/app.ts': 'type A = 1;\n\n\nstart() as A;\n', ...files })) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const file = Object.keys(files)[0] ?? '';
  const found = placeMapper(folder).toSource({ file, line: 1, column: 1 });
  expect(`${found?.file}:${found?.line}`).toBe(expected);
});
