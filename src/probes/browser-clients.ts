/** Clients of the Node SDK in code that runs in the browser. Derived. */
import { type Outcome, ok } from '../diagnosis/outcome.ts';
import type { ClientConstruction } from '../project/code/types.ts';
import { code } from './code.ts';
import { probe } from './tools.ts';

export const browserClients = probe({
  id: 'browser-clients',
  title: 'Scalekit clients in browser code',
  reach: 'derived',
  needs: { code },
  observe: ({ code }): Outcome<readonly ClientConstruction[]> => ok(code.clients.filter(({ at }) => isBrowserCode(at.file.text))),
});

/** React's directive stands before everything but comments. */
function isBrowserCode(text: string): boolean {
  return /^(?:\uFEFF)?(?:\s|\/\/[^\n]*\n|\/\*[\s\S]{0,5000}?\*\/)*(['"])use client\1/.test(text);
}
