/** What Node loads of ours: the program does what it would do without, and its places are told. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../e2e/program.ts';

const preload = path.resolve(import.meta.dirname, '../../assets/rehearsal/preload.cjs');

function run(
  text: string,
  notes = 'notes',
  name = 'app.mjs',
): { out: string; code: number | null; notes: string; plain: string } {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, name), text);
  const file = path.join(folder, notes);
  const env = {
    PATH: process.env['PATH'],
    SCALEKIT_FIX_NOTES: file,
    SCALEKIT_FIX_ROOT: folder,
    SCALEKIT_FIX_PROVIDER: 'http://127.0.0.1:1',
  };
  const watched = spawnSync(process.execPath, ['--require', preload, name], { cwd: folder, env, encoding: 'utf8' });
  const alone = spawnSync(process.execPath, [name], { cwd: folder, env: { PATH: process.env['PATH'] }, encoding: 'utf8' });
  return {
    out: watched.stdout,
    code: watched.status,
    notes: existsSync(file) ? readFileSync(file, 'utf8') : '',
    plain: `${alone.stdout}${alone.status === watched.status ? '' : ` (${alone.status})`}`,
  };
}

const programs: readonly (readonly [what: string, text: string])[] = [
  [
    'answers that are objects of the platform',
    `class Own extends Response {}
const all = [new Response('a', { status: 201 }), Response.json({ a: 1 }), Response.redirect('http://a.example/b', 303), new Own(null, { headers: [['location', '/x']] })];
for (const one of all) console.log(one instanceof Response, one instanceof Own, one.status, [...one.headers].join(), one.constructor.name, await one.text());
console.log(Response.name, Response.length, typeof Headers.prototype.set, new Headers({ a: '1' }).get('a'));`,
  ],
  [
    'a server with its own Response in the place of the platform’s',
    `import { createServer, get } from 'node:http';
const Before = globalThis.Response;
class Mine extends Before {}
globalThis.Response = Mine;
const server = createServer((request, response) => {
  const made = new Response('hello', { status: 202, headers: { 'x-a': 'b' } });
  response.writeHead(made.status, { 'x-mine': String(made instanceof Mine), 'set-cookie': ['a=1', 'b=2'] });
  made.text().then((text) => response.end(text));
});
server.listen(0, () => get({ port: server.address().port }, (answer) => {
  answer.setEncoding('utf8');
  answer.on('data', (text) => console.log(answer.statusCode, answer.headers['x-mine'], answer.headers['set-cookie'].join(), text));
  answer.on('end', () => server.close());
}));`,
  ],
  [
    'a rejection that nobody catches',
    "setTimeout(() => Promise.reject(new Error('lost')), 1); setTimeout(() => console.log('never'), 200);",
  ],
  [
    'a worker',
    "import { Worker } from 'node:worker_threads'; new Worker('console.log(typeof Response, 1 + 1)', { eval: true });",
  ],
  [
    'its own way of preparing stacks',
    "Error.prepareStackTrace = (error, frames) => frames.length > 0; console.log(new Error('a').stack === true);",
  ],
];

describe('what Node loads of ours', () => {
  it.each(programs)('changes nothing of %s', (_what, text) => {
    const { out, plain } = run(text);
    expect(out).toBe(plain);
    expect(out === '' && !text.includes('reject')).toBe(false);
  });

  it('lets a program run also where its notes cannot be written', () => {
    expect(run("console.log('here')", 'no/such/folder').out).toBe('here\n');
  });

  it('tells where a crash comes from', () => {
    const { notes, code } = run("\nfunction fails() {\n  throw new TypeError('no such thing');\n}\nfails();\n");
    const [crash] = notes
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string; frames: { file: string; line: number }[] });
    expect([code, crash?.kind, crash?.frames[0]?.file, crash?.frames[0]?.line]).toEqual([1, 'crash', 'app.mjs', 3]);
  });
});
