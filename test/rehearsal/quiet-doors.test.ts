/** An app whose addresses say little by their names, and whose login is started by a script: its doors are found all the same. */
import { expect, it } from 'vitest';
import { play } from './playing.ts';
import { rehearsalApp } from './rehearsal-app.ts';

const page = `<script>
document.querySelector('button').onclick = async () => {
  const { to } = await (await fetch('/desk/enter', { method: 'POST' })).json();
  location.assign(to);
};
</script><button>Come in</button>`;

it('a login by script, a sign-out and a webhook without telling names are found by what they do', {
  timeout: 40_000,
}, async () => {
  const { folder, edit } = await rehearsalApp('rehearsal/express');
  edit('server.js', (text) =>
    text
      .replace("app.post('/webhooks/scalekit'", "app.post('/ears'")
      .replace("app.get('/login'", "app.post('/desk/enter'")
      .replaceAll("response.redirect('/login')", "response.redirect('/')")
      .replace(
        'response.redirect(scalekit.getAuthorizationUrl(SCALEKIT_REDIRECT_URI, { state, scopes',
        'response.json({ to: scalekit.getAuthorizationUrl(SCALEKIT_REDIRECT_URI, { state, scopes',
      )
      .replace("'offline_access'] }));", "'offline_access'] }) });")
      .replace("app.get('/logout'", "app.post('/desk/bye'")
      .replace(`'<a href="/login">Sign in</a>'`, () => JSON.stringify(page)),
  );
  const { acts, faults } = await play(folder, 'return-address', 'logout', 'webhooks');
  expect(faults).toEqual([]);
  expect(acts.map(({ id, outcome }) => `${id}: ${outcome}`)).toEqual([
    'start: sound',
    'login: sound',
    'return-address: sound',
    'logout: sound',
    'webhooks: sound',
  ]);
});
