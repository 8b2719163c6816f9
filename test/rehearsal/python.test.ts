/**
 * A Flask app with the real SDK of Python, sound and with faults. SCALEKIT_FIX_PYTHON names an interpreter that has flask, python-dotenv and
 * scalekit-sdk-python; without one the run is left out and only the watcher that Python loads is tried.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../e2e/program.ts';
import { play } from './playing.ts';
import { rehearsalApp } from './rehearsal-app.ts';

const interpreter = process.env['SCALEKIT_FIX_PYTHON'];
const watcher = path.resolve(import.meta.dirname, '../../assets/rehearsal/python');

function python3(): string | undefined {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return 'python3';
  } catch {
    return undefined;
  }
}

describe('what Python loads of ours', () => {
  it('lets a program run as it would without, also where its settings are nonsense', () => {
    const program = interpreter ?? python3();
    const folder = temporaryFolder();
    const env = {
      PATH: process.env['PATH'],
      PYTHONPATH: watcher,
      PYTHONDONTWRITEBYTECODE: '1',
      SCALEKIT_FIX_NOTES: '/nowhere/at/all',
      SCALEKIT_FIX_ROOT: folder,
      SCALEKIT_FIX_PROVIDER: 'http://127.0.0.1:1',
    };
    const out =
      program === undefined
        ? 'left out: no Python here'
        : execFileSync(program, ['-c', 'import json; print(json.dumps([1, 2]))'], { cwd: folder, env, encoding: 'utf8' });
    expect(['[1, 2]\n', 'left out: no Python here']).toContain(out);
  });
});

interface Fault {
  readonly shows: string;
  readonly act: string;
  readonly change: readonly (readonly [from: string, to: string])[];
  readonly at?: string;
}

const planted: readonly Fault[] = [
  {
    shows: 'state-missing/not-compared',
    act: 'state',
    change: [['if not expected or request.args.get("state") != expected:', 'if False:']],
    at: 'authenticate_with_code',
  },
  {
    shows: 'redirect-uri-mismatch/calls-disagree',
    act: 'login',
    change: [['request.args["code"], REDIRECT_URI,', 'request.args["code"], REDIRECT_URI + "/",']],
    at: 'authenticate_with_code',
  },
  { shows: 'expires-too-quickly/cookie-same-site-strict', act: 'login', change: [['SAMESITE="Lax"', 'SAMESITE="Strict"']] },
  {
    shows: 'token-expired/rotated-token-dropped',
    act: 'refresh',
    change: [
      [
        'data.update(client.refresh_access_token(data["refresh_token"]))',
        'data["access_token"] = client.refresh_access_token(data["refresh_token"])["access_token"]',
      ],
    ],
    at: 'refresh_access_token',
  },
  { shows: 'token-expired/no-offline-access', act: 'refresh', change: [[', "offline_access"', '']], at: 'refresh_access_token' },
  {
    shows: 'cannot-refresh/wrong-token',
    act: 'refresh',
    change: [['refresh_access_token(data["refresh_token"])', 'refresh_access_token(data["id_token"])']],
    at: 'refresh_access_token',
  },
  {
    shows: 'signature-verification/parsed-body',
    act: 'webhooks',
    change: [['request.get_data()', '__import__("json").dumps(request.get_json())']],
    at: 'verify_webhook_payload',
  },
  {
    shows: 'signature-verification/good-delivery-refused',
    act: 'webhooks',
    change: [['{k.lower(): v for k, v in request.headers.items()}', 'dict(request.headers)']],
    at: 'verify_webhook_payload',
  },
  {
    shows: 'signature-verification/failure-ignored',
    act: 'webhooks',
    change: [['        return "", 400\n    return "", 204', '        pass\n    return "", 204']],
    at: 'verify_webhook_payload',
  },
  {
    shows: 'logout-incomplete/old-cookie-works',
    act: 'logout',
    change: [
      [
        'data = SESSIONS.pop(session.get("sid"), None)\n    session.clear()',
        'data = SESSIONS.get(session.get("sid"))\n    session.clear()',
      ],
    ],
  },
  {
    shows: 'callback-error-unread/error-ignored',
    act: 'denied',
    change: [
      ['    if request.args.get("error"):\n        return "Sign-in failed", 400\n', ''],
      ['request.args["code"]', 'request.args.get("code")'],
    ],
    at: 'authenticate_with_code',
  },
  { shows: 'login-fails/callback-crashes', act: 'login', change: [['SESSIONS[sid] = result', 'SESSIONS[sid] = result.user']] },
];

async function flaskApp(): Promise<Awaited<ReturnType<typeof rehearsalApp>>> {
  const app = await rehearsalApp('rehearsal/flask', '/callback');
  symlinkSync(path.dirname(path.dirname(interpreter ?? '')), path.join(app.folder, '.venv'));
  return app;
}

if (interpreter !== undefined)
  describe('Flask', { timeout: 60_000 }, () => {
    it('is sound in every act where it is', async () => {
      const { faults, notJudged } = await play((await flaskApp()).folder);
      expect([faults, notJudged]).toEqual([[], []]);
    });

    it.each(planted)('$shows is seen by $act', async ({ shows, act, change, at }) => {
      const { folder, edit } = await flaskApp();
      for (const [from, to] of change) edit('app.py', (text) => text.replace(from, () => to));
      const { faults, notJudged } = await play(folder, act);
      expect(
        faults.map(({ id }) => id),
        notJudged.join('\n'),
      ).toEqual([shows]);
      if (at === undefined) return;
      const lines = readFileSync(path.join(folder, 'app.py'), 'utf8').split('\n');
      expect(faults[0]?.locations.map(({ line }) => lines[line - 1]).join('\n')).toContain(at);
    });
  });
