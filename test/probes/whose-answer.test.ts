/** Whose answer it is that comes from an address of the app: a stranger on the same machine proves nothing of it. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NetworkLooks } from '../../src/probes/network-looks.ts';
import { whoseAnswer } from '../../src/probes/whose-answer.ts';
import { foldersListening } from '../../src/project/listening.ts';
import { serveFrom } from '../problems/serve-from.ts';

const local = 'http://localhost:3000/login';

describe('an answer', () => {
  it.each([
    ['of a program in the project', local, ['/work/app'], 'this-app'],
    ['of a program in a folder of the project', local, ['/work/app/server'], 'this-app'],
    ['of a program in another folder', local, ['/work/shop'], 'stranger'],
    ['of a program in a folder whose name only begins alike', local, ['/work/app-two'], 'stranger'],
    ['of a runner above the project', local, ['/work'], 'not-shown'],
    ['of the app and of another program at one port', local, ['/work/app', '/work/shop'], 'not-shown'],
    ['of a program that nothing is known of', local, undefined, 'not-shown'],
    ['of a public host', 'https://app.example.com/login', ['/work/app'], 'not-shown'],
  ] as const)('%s is told for what it is', (_what, url, folders, whose) => {
    const network = { foldersListening: () => folders } as unknown as NetworkLooks;
    expect(whoseAnswer(new URL(url), { root: '/work/app' }, network)).toBe(whose);
  });
});

describe.runIf(process.platform === 'linux')('the folder of the program that listens', () => {
  it('is seen of another process and of this one', async () => {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'scalekit-fix-listens-')));
    const other = await serveFrom(folder, (_request, response) => response.end());
    const own = createServer();
    await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve));
    const address = own.address();
    try {
      expect(foldersListening(other.port)).toEqual([folder]);
      expect(foldersListening(typeof address === 'object' && address ? address.port : 0)).toEqual([process.cwd()]);
    } finally {
      await other.close();
      own.close();
      rmSync(folder, { recursive: true });
    }
    expect(foldersListening(other.port)).toBeUndefined();
  });
});
