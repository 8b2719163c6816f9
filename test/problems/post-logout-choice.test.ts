/** Which address a patched logout asks to come back to: a registered one of the app, whatever its page said; without one, no patch. */
import { afterEach, expect, it } from 'vitest';
import { fixture } from '../fixtures/logout-incomplete/local-only.ts';
import { diagnose, startApp, type TestApp } from './app.ts';

const open: TestApp[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()));
});

async function remedyFor(target: string, registered?: (base: string) => readonly string[]) {
  const app = await startApp();
  open.push(app);
  fixture.breakFiles?.(app);
  if (target !== "'/'")
    app.edit('src/server.js', (text) => text.replace("response.redirect('/');", `response.redirect(${target});`));
  const [home = ''] = app.sandbox.state.client.postLogoutRedirectUris;
  if (registered) app.sandbox.state.client.postLogoutRedirectUris = [...registered(home)];
  const [remedy] = (await diagnose(app.folder)).remedies('logout-incomplete/local-only');
  return { kind: remedy?.kind, text: remedy?.kind === 'edits' ? remedy.edits.map(({ text }) => text).join('\n') : '', home };
}

it.each(["'/'", "'/?signed_out=1'", "'/goodbye'", '`/bye?from=${request.path}`'])(
  'a logout that led to %s asks for the registered address',
  async (target) => {
    const { kind, text } = await remedyFor(target);
    expect(kind).toBe('edits');
    expect(text).toMatch(/postLogoutRedirectUri: new URL\('\/', [\w.]+\)\.href/);
    expect(text).not.toMatch(/signed_out|bye/);
  },
);

it('keeps the page where that one is registered', async () => {
  const { text } = await remedyFor("'/goodbye'", (home) => [home, `${home}goodbye`]);
  expect(text).toContain("new URL('/goodbye'");
});

it.each([
  ['nothing is', () => []],
  ['only another house is', () => ['https://app.example.com/']],
] as const)('is told in steps where %s registered', async (_name, registered) => {
  expect(await remedyFor("'/'", registered)).toMatchObject({ kind: 'steps' });
});
