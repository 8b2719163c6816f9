/** A command that was named is offered again; one that may hold a secret is never written down. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { mayHoldSecret, rememberCommand, rememberedCommand } from '../../src/commands/rehearse/remembered.ts';
import { createRedactor } from '../../src/redaction/redactor.ts';

function home(): Record<string, string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'scalekit-fix-home-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { HOME: folder, XDG_CONFIG_HOME: folder };
}
const redactor = createRedactor({ known: ['test_q8Zr4nW2cV7bK1mD6xTy'] });

describe('a command', () => {
  it.each([
    ['npm run dev'],
    ['PORT=4000 npm start'],
    ['NODE_ENV=development DEBUG=app:* node src/server.js --port 4000'],
    ['docker compose run --service-ports web'],
    ['./gradlew bootRun --args=--server.port=8081'],
    ['.venv/bin/python -m flask --app main run --port 5001'],
  ])('is remembered: %s', async (line) => {
    const env = home();
    await rememberCommand('/srv/app', env, [line], redactor);
    expect(await rememberedCommand('/srv/app', env)).toEqual([line]);
    expect(await rememberedCommand('/srv/other', env)).toBeUndefined();
  });

  it.each([
    ['SCALEKIT_CLIENT_SECRET=abc npm start'],
    ['API_KEY=1 npm start'],
    ['env DATABASE_URL=postgres://x npm start'],
    ['npm start -- --password hunter2'],
    ['node server.js --db postgres://ada:pw@localhost/db'],
    ['node server.js test_q8Zr4nW2cV7bK1mD6xTy'],
    ['node server.js 9f8Ae7d6C5b4a3928170Zf6e5d4c'],
    ["sh -c 'TOKEN=x npm start'"],
  ])('that may hold a secret is not: %s', async (line) => {
    const env = home();
    expect(mayHoldSecret(line.split(' '), redactor)).toBe(true);
    await rememberCommand('/srv/app', env, [line], redactor);
    expect(await rememberedCommand('/srv/app', env)).toBeUndefined();
  });

  it('is forgotten where the files are good enough again', async () => {
    const env = home();
    await rememberCommand('/srv/app', env, ['npm', 'start'], redactor);
    await rememberCommand('/srv/app', env, [], redactor);
    expect(await rememberedCommand('/srv/app', env)).toBeUndefined();
    expect(readFileSync(path.join(env['HOME'] ?? '', 'scalekit-fix', 'config.json'), 'utf8')).not.toContain('/srv/app');
  });
});
