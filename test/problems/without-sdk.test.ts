/** Apps that log in at Scalekit through other libraries: their settings are read under any name, and what is sound is left alone. */
import { afterEach, describe, expect, it } from 'vitest';
import { factValue } from '../../src/commands/report.ts';
import { settings } from '../../src/probes/settings.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { type Files, makeFolder } from '../project/folder.ts';
import { silentPort } from '../silent-port.ts';
import { diagnose } from './app.ts';
import { readFiles } from './judge-files.ts';

const open: { readonly close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const callback = 'http://localhost:3977/callback';
const node = (dependency: string): string =>
  JSON.stringify({ scripts: { start: 'node --env-file=.env server.mjs' }, dependencies: { [dependency]: '*' } });

/** `{{url}}`, `{{id}}` and `{{secret}}` stand for the sandbox's. */
const apps: Readonly<Record<string, Files>> = {
  'express-openid-connect': {
    'package.json': node('express-openid-connect'),
    '.env': `ISSUER_BASE_URL={{url}}\nCLIENT_ID={{id}}\nCLIENT_SECRET={{secret}}\nSECRET=a-long-cookie-secret\nREDIRECT_URI=${callback}\n`,
    'server.mjs':
      "import { auth } from 'express-openid-connect';\napp.use(auth({ authRequired: false, authorizationParams: { redirect_uri: process.env.REDIRECT_URI } }));\n",
  },
  'openid-client 6': {
    'package.json': node('openid-client'),
    '.env': 'OIDC_ISSUER={{url}}\nOIDC_CLIENT_ID={{id}}\nOIDC_CLIENT_SECRET={{secret}}\n',
    'server.mjs': `import * as client from 'openid-client';\nconst config = await client.discovery(new URL(process.env.OIDC_ISSUER), process.env.OIDC_CLIENT_ID, process.env.OIDC_CLIENT_SECRET);\nexport const start = () => client.buildAuthorizationUrl(config, { redirect_uri: '${callback}', scope: 'openid' });\n`,
  },
  'openid-client 5': {
    'package.json': node('openid-client'),
    '.env': 'IDP_URL={{url}}\nIDP_CLIENT_ID={{id}}\nIDP_CLIENT_SECRET={{secret}}\n',
    'server.mjs': `import { Issuer } from 'openid-client';\nconst issuer = await Issuer.discover(process.env.IDP_URL);\nexport const client = new issuer.Client({ client_id: process.env.IDP_CLIENT_ID, client_secret: process.env.IDP_CLIENT_SECRET, redirect_uris: ['${callback}'] });\n`,
  },
  passport: {
    'package.json': node('passport-openidconnect'),
    '.env': `SSO_ISSUER={{url}}\nSSO_CLIENT_ID={{id}}\nSSO_CLIENT_SECRET={{secret}}\nSSO_CALLBACK_URL=${callback}\n`,
    'server.mjs':
      "import Strategy from 'passport-openidconnect';\npassport.use(new Strategy({ issuer: process.env.SSO_ISSUER, authorizationURL: process.env.SSO_ISSUER + '/oauth/authorize', clientID: process.env.SSO_CLIENT_ID, clientSecret: process.env.SSO_CLIENT_SECRET, callbackURL: process.env.SSO_CALLBACK_URL }, () => 1));\n",
  },
  Authlib: {
    'requirements.txt': 'authlib\nflask\n',
    '.env': `OIDC_ISSUER={{url}}\nOIDC_CLIENT_ID={{id}}\nOIDC_CLIENT_SECRET={{secret}}\nOIDC_REDIRECT_URI=${callback}\n`,
    'app.py':
      'import os\nfrom authlib.integrations.flask_client import OAuth\n\noauth.register("sso", client_id=os.environ["OIDC_CLIENT_ID"], client_secret=os.environ["OIDC_CLIENT_SECRET"], server_metadata_url=os.environ["OIDC_ISSUER"] + "/.well-known/openid-configuration")\n',
  },
  'go-oidc': {
    'go.mod': 'module a\n\nrequire github.com/coreos/go-oidc/v3 v3.11.0\n',
    '.env': 'OIDC_ISSUER={{url}}\nOIDC_CLIENT_ID={{id}}\nOIDC_CLIENT_SECRET={{secret}}\n',
    'main.go': `package main\n\nvar provider, _ = oidc.NewProvider(ctx, os.Getenv("OIDC_ISSUER"))\nvar config = oauth2.Config{ClientID: os.Getenv("OIDC_CLIENT_ID"), ClientSecret: os.Getenv("OIDC_CLIENT_SECRET"), RedirectURL: "${callback}"}\n`,
  },
  'Spring Security': {
    'pom.xml':
      '<project><dependencies><dependency><groupId>org.springframework.boot</groupId></dependency></dependencies></project>',
    '.env': 'OIDC_ISSUER={{url}}\nOIDC_CLIENT_ID={{id}}\nOIDC_CLIENT_SECRET={{secret}}\n',
    'src/main/resources/application.yml':
      'spring:\n  security:\n    oauth2:\n      client:\n        registration:\n          sso:\n            client-id: ${OIDC_CLIENT_ID}\n            client-secret: ${OIDC_CLIENT_SECRET}\n',
  },
};

async function found(files: Files, change: (text: string, file: string) => string = (text) => text): Promise<string[]> {
  const app = await silentPort();
  const client = { redirectUris: [callback], initiateLoginUri: `http://localhost:${app.port}/login` };
  const sandbox = await startSandbox({ state: { client } });
  open.push(app, sandbox);
  const { clientId, clientSecret } = sandbox.line;
  const filled = Object.entries(files).map(([file, text]) => [
    file,
    change(String(text), file)
      .replaceAll('{{url}}', sandbox.url)
      .replaceAll('{{id}}', clientId)
      .replaceAll('{{secret}}', clientSecret),
  ]);
  const { judgements, sheet } = await diagnose(makeFolder(Object.fromEntries(filled)));
  expect(factValue(settings, sheet)?.clientId?.text).toBe(clientId);
  return judgements.filter(({ verdict }) => /^(?:confirmed|likely)$/.test(verdict.kind)).map(({ id }) => id);
}

describe.each(Object.keys(apps))('%s', (name) => {
  const files = apps[name] ?? {};
  it('is left alone where it is sound', async () => {
    expect(await found(files)).toEqual([]);
  });

  it('has its client secret tried', async () => {
    const broken = await found(files, (text, file) =>
      file === '.env' ? text.replace('{{secret}}', 'test_thisIsNotTheSecret123') : text,
    );
    expect(broken).toEqual(['invalid-client/wrong-secret']);
  });
});

// The others leave the redirect URI to a default of their library.
const named = Object.entries(apps).filter(([, files]) => JSON.stringify(files).includes(callback));
it.each(named)('%s has its redirect URI compared', async (_name, files) => {
  const broken = await found(files, (text) => text.replace(callback, 'http://localhost:3977/other'));
  expect(broken).toEqual(['redirect-uri-mismatch/not-registered']);
});

describe('a project that only speaks of Scalekit', () => {
  const shop = { 'package.json': '{"dependencies":{"express":"5"},"scripts":{"start":"node a.js"}}' };
  it.each<[string, Files]>([
    ['a mail address', { ...shop, 'a.js': "const to = 'mailto:support@scalekit.com';\nres.cookie('token', token);\n" }],
    [
      'a link',
      { ...shop, 'a.js': "const link = 'https://www.scalekit.com/pricing';\nlocalStorage.setItem('access_token', t);\n" },
    ],
    [
      'a link in an env file',
      { ...shop, '.env': 'HELP_URL=https://docs.scalekit.com/sso\n', 'a.js': 'open(process.env.HELP_URL);\n' },
    ],
    [
      'a link in Python',
      { 'requirements.txt': 'flask\n', 'a.py': 'LINK = "https://docs.scalekit.com/"\nMAIL = "support@scalekit.com"\n' },
    ],
  ])('by %s is none of Scalekit’s', async (_what, files) => {
    expect((await readFiles(files)).concernsScalekit).toBe(false);
  });
});
