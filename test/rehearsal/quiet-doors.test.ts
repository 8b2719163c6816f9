/** An app whose addresses say little by their names, and whose login is started by a script: its doors are found all the same. */
import { expect, it } from 'vitest';
import { play } from './playing.ts';
import { freePort, rehearsalApp } from './rehearsal-app.ts';

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

it('an app with its pages on another port than its API is one app', { timeout: 40_000 }, async () => {
  const { folder, edit, port } = await rehearsalApp('rehearsal/express');
  const web = await freePort();
  edit('server.js', (text) =>
    text
      .replace("response.redirect('/me')", () => `response.redirect('http://localhost:${web}/')`)
      .replace("app.get('/', (_request, response) => response.send('<a href=\"/login\">Sign in</a>'));", '')
      .concat(
        `const pages = express();\npages.get('/', (_request, response) => response.send('<a href="http://localhost:${port}/login">Sign in</a>'));\npages.listen(${web});\n`,
      ),
  );
  const { acts, faults } = await play(folder, 'state', 'logout');
  expect(faults).toEqual([]);
  expect(acts.map(({ id, outcome }) => `${id}: ${outcome}`)).toEqual([
    'start: sound',
    'login: sound',
    'state: sound',
    'logout: sound',
  ]);
});

it('an env file that wins over the environment does not take the settings of the run away', { timeout: 40_000 }, async () => {
  const { folder, edit } = await rehearsalApp('rehearsal/express');
  edit('server.js', (text) => `import dotenv from 'dotenv';\nconst { parsed } = dotenv.config({ override: true });\n${text}`);
  edit('server.js', (text) => text.replace('PORT } = process.env;', 'PORT } = { ...process.env, ...parsed };'));
  const { acts } = await play(folder, 'state');
  expect(acts.map(({ id, outcome }) => `${id}: ${outcome}`)).toEqual(['start: sound', 'login: sound', 'state: sound']);
});

it('a callback that is a page with a script is not taken for one that refuses', { timeout: 40_000 }, async () => {
  const { folder, edit } = await rehearsalApp('rehearsal/express');
  edit('server.js', (text) =>
    text.replace(
      "app.get('/auth/callback', async",
      "app.get('/auth/callback', (_request, response) => response.send('<div id=root></div><script src=/app.js></script>'));\napp.get('/auth/code', async",
    ),
  );
  const { acts, faults } = await play(folder, 'state');
  expect(faults).toEqual([]);
  expect(acts.find(({ id }) => id === 'login')?.why).toContain('a page whose script goes on with it');
});

it('an app whose cookies are for https behind a proxy is played as behind one', { timeout: 40_000 }, async () => {
  const { folder, edit } = await rehearsalApp('rehearsal/express');
  edit('server.js', (text) =>
    text
      .replace('const app = express();', "const app = express();\napp.set('trust proxy', 1);")
      .replace("path: '/' };", "path: '/', secure: true };")
      .replace("  response.cookie('login', state", "  if (request.secure) response.cookie('login', state"),
  );
  const { acts, faults } = await play(folder, 'state', 'cookies');
  expect(faults).toEqual([]);
  expect(acts.map(({ id, outcome }) => `${id}: ${outcome}`)).toEqual([
    'start: sound',
    'login: sound',
    'state: sound',
    'cookies: sound',
  ]);
});
