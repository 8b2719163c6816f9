/** Faults of the login that are planted in the sound Express app, each seen by its act alone; and sound ways of doing the same, of which nothing is said. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { processesIn } from './left-over.ts';
import { play } from './playing.ts';
import { rehearsalApp } from './rehearsal-app.ts';

const SOURCE = 'rehearsal/express';

type Change = readonly (readonly [from: string, to: string])[];

interface Variant {
  readonly what: string;
  readonly act: string;
  readonly change: Change;
}

interface Fault extends Variant {
  readonly shows: string;
  readonly severity?: 'warning' | 'info';
  /** What stands in the line that is named first. */
  readonly at?: string;
}

const exchangeLine = 'const tokens = await scalekit.authenticateWithCode(code, SCALEKIT_REDIRECT_URI);';
/** Without the SDK: `user` is what `claims` makes of the ID token. */
const ownExchange = (claims: string, check = ''): Change => [
  [exchangeLine, 'const tokens = await exchange(code);'],
  [
    "app.get('/auth/callback'",
    `const decode = (token) => JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
const keySet = createRemoteJWKSet(new URL(SCALEKIT_ENVIRONMENT_URL + '/keys'));
async function exchange(code) {
  const form = { grant_type: 'authorization_code', code, redirect_uri: SCALEKIT_REDIRECT_URI, client_id: SCALEKIT_CLIENT_ID, client_secret: SCALEKIT_CLIENT_SECRET };
  const answer = await fetch(SCALEKIT_ENVIRONMENT_URL + '/oauth/token', { method: 'POST', body: new URLSearchParams(form) });
  const json = await answer.json();
  ${check}
  const user = ${claims};
  return { user, idToken: json.id_token, accessToken: json.access_token, refreshToken: json.refresh_token };
}

app.get('/auth/callback'`,
  ],
  [
    "import express from 'express';",
    "import express from 'express';\nimport { compactVerify, createRemoteJWKSet, jwtVerify } from 'jose';",
  ],
];

/** The session is the token in the cookie; `check` says whose it is, or throws. */
const tokenCookie = (token: string, check: string): Change => [
  ["response.cookie('sid', id, cookie)", `response.cookie('token', tokens.${token}, cookie)`],
  [
    "  const session = sessions.get(request.cookies.sid);\n  if (!session) return response.redirect('/login');\n  if (!(await scalekit",
    `  const { token } = request.cookies;
  if (!token) return response.redirect('/login');
  try {
    request.user = ${check};
  } catch {
    return response.redirect('/login');
  }
  return next();
  const session = undefined;
  if (!(await scalekit`,
  ],
  [
    "app.get('/auth/callback'",
    `const decode = (token) => JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
const keySet = createRemoteJWKSet(new URL(SCALEKIT_ENVIRONMENT_URL + '/keys'));

app.get('/auth/callback'`,
  ],
  [
    "import express from 'express';",
    "import express from 'express';\nimport { compactVerify, createRemoteJWKSet, jwtVerify } from 'jose';",
  ],
];

/** Nothing is kept at the server but refreshes that are under way, and these for good. */
const cookiesOnly: Change = [
  [
    "response.cookie('sid', id, cookie)",
    "response.cookie('at', tokens.accessToken, cookie).cookie('rt', tokens.refreshToken, cookie)",
  ],
  [
    "  const session = sessions.get(request.cookies.sid);\n  if (!session) return response.redirect('/login');\n  if (!(await scalekit",
    `  let { at, rt } = request.cookies;
  if (!(await scalekit.validateAccessToken(at ?? ''))) {
    if (!rt) return response.redirect('/login');
    if (!refreshing.has(rt)) refreshing.set(rt, scalekit.refreshAccessToken(rt));
    try {
      const fresh = await refreshing.get(rt);
      at = fresh.accessToken;
      response.cookie('at', at, cookie).cookie('rt', fresh.refreshToken, cookie);
    } catch {
      return response.redirect('/login');
    }
  }
  request.user = JSON.parse(Buffer.from(at.split('.')[1], 'base64url'));
  return next();
  const session = undefined;
  if (!(await scalekit`,
  ],
];

const bearer = (check: string): Change => [
  [
    "app.get('/logout'",
    `const decode = (token) => JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
app.get('/api/me', async (request, response) => {
  const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  try {
    if (!token) throw new Error('no token');
    response.json(${check});
  } catch {
    response.sendStatus(401);
  }
});

app.get('/logout'`,
  ],
];

const expected = '{ issuer: SCALEKIT_ENVIRONMENT_URL, audience: SCALEKIT_CLIENT_ID }';
const refused =
  "if (!state || state !== request.cookies.login) return response.status(400).type('text').send('Please start again.');";
const options = "{ state, scopes: ['openid'";

const sound: Variant[] = [
  {
    what: 'an exchange of its own that verifies the ID token',
    act: 'token-forgeries',
    change: ownExchange(`(await jwtVerify(json.id_token, keySet, ${expected})).payload`),
  },
  {
    what: 'the same with tokens of a second key',
    act: 'token-tolerance',
    change: ownExchange(`(await jwtVerify(json.id_token, keySet, ${expected})).payload`),
  },
  {
    what: 'a nonce that is compared',
    act: 'token-forgeries',
    change: [
      [options, "{ state, nonce: state.slice(0, 8), scopes: ['openid'"],
      [
        exchangeLine,
        `${exchangeLine}\n  if (JSON.parse(Buffer.from(tokens.idToken.split('.')[1], 'base64url')).nonce !== state.slice(0, 8)) return response.sendStatus(400);`,
      ],
    ],
  },
  {
    what: 'an access token in a cookie that the SDK verifies',
    act: 'browser-tokens',
    change: tokenCookie('accessToken', 'await scalekit.validateToken(token)'),
  },
  { what: 'tokens in cookies, renewed in one flight', act: 'browser-tokens', change: cookiesOnly },
  {
    what: 'a bearer token that the SDK verifies',
    act: 'browser-tokens',
    change: bearer('await scalekit.validateToken(token)'),
  },
  {
    what: 'an organization that is sent on',
    act: 'selectors',
    change: [[options, "{ state, organizationId: request.query.org, scopes: ['openid'"]],
  },
  {
    what: 'an e-mail address that is sent as a hint',
    act: 'selectors',
    change: [[options, "{ state, loginHint: request.query.email, scopes: ['openid'"]],
  },
  {
    what: 'a refused state that leads to a new login',
    act: 'two-tabs',
    change: [[refused, "if (!state || state !== request.cookies.login) return response.redirect('/login');"]],
  },
];

const faulty: Fault[] = [
  {
    what: 'an exchange of its own that only decodes the ID token',
    shows: 'id-token-not-verified/only-decoded',
    act: 'token-forgeries',
    change: ownExchange('decode(json.id_token)'),
    severity: 'warning',
    at: 'await exchange(code)',
  },
  {
    what: 'a signature that is checked, and claims that are not',
    shows: 'id-token-not-verified/claims-ignored',
    act: 'token-forgeries',
    change: ownExchange('(await jwtVerify(json.id_token, keySet)).payload'),
    severity: 'warning',
  },
  {
    what: 'a check whose failure changes nothing',
    shows: 'id-token-not-verified/failure-ignored',
    act: 'token-forgeries',
    change: [
      [
        exchangeLine,
        `${exchangeLine}\n  await scalekit.validateToken(tokens.idToken).catch((error) => console.error(error.message));`,
      ],
    ],
  },
  {
    what: 'a nonce that is compared with nothing',
    shows: 'id-token-not-verified/nonce-not-compared',
    act: 'token-forgeries',
    change: [[options, "{ state, nonce: randomBytes(8).toString('hex'), scopes: ['openid'"]],
    severity: 'warning',
  },
  {
    what: 'userinfo that is believed whoever it is about',
    shows: 'id-token-not-verified/userinfo-of-another',
    act: 'token-forgeries',
    change: [
      [
        exchangeLine,
        `${exchangeLine}\n  tokens.user = await (await fetch(SCALEKIT_ENVIRONMENT_URL + '/userinfo', { headers: { authorization: 'Bearer ' + tokens.accessToken } })).json();`,
      ],
    ],
    severity: 'warning',
  },
  {
    what: 'an ID token in a cookie that is only decoded',
    shows: 'id-token-not-verified/only-decoded',
    act: 'browser-tokens',
    change: tokenCookie('idToken', 'decode(token)'),
  },
  {
    what: 'a token in a cookie whose time nobody looks at',
    shows: 'id-token-not-verified/expiry-ignored',
    act: 'browser-tokens',
    change: tokenCookie('idToken', '(await compactVerify(token, keySet)) && decode(token)'),
  },
  {
    what: 'a token in a cookie whose audience nobody looks at',
    shows: 'id-token-not-verified/claims-ignored',
    act: 'browser-tokens',
    change: tokenCookie('accessToken', '(await jwtVerify(token, keySet)).payload'),
  },
  {
    what: 'a bearer token that is only decoded',
    shows: 'id-token-not-verified/only-decoded',
    act: 'browser-tokens',
    change: bearer('decode(token)'),
  },
  {
    what: 'token_type compared with regard to case',
    shows: 'login-fails/token-answer-refused',
    act: 'token-tolerance',
    change: ownExchange('decode(json.id_token)', "if (json.token_type !== 'Bearer') throw new Error('no bearer token');"),
  },
  {
    what: 'the first published key, whatever the token says',
    shows: 'login-fails/first-key-only',
    act: 'token-tolerance',
    change: ownExchange(
      'decode(json.id_token)',
      `const { keys } = await (await fetch(SCALEKIT_ENVIRONMENT_URL + '/keys')).json();
  await compactVerify(json.id_token, keys[0]);`,
    ),
  },
  {
    what: 'a state of another tab that throws',
    shows: 'login-fails/second-tab-fails',
    act: 'two-tabs',
    change: [[refused, "if (!state || state !== request.cookies.login) throw new Error('another state');"]],
    severity: 'warning',
  },
  {
    what: 'a state that is kept from the first tab for ever',
    shows: 'login-fails/goes-round',
    act: 'two-tabs',
    change: [
      ["response.cookie('login'", "if (!request.cookies.login) response.cookie('login'"],
      [refused, "if (!state || state !== request.cookies.login) return response.redirect('/login');"],
    ],
  },
  {
    what: 'a state that is compared with nothing, and PKCE',
    shows: 'state-missing/not-compared',
    act: 'state',
    change: [
      [
        options,
        "{ state, codeChallenge: createHash('sha256').update(state + state).digest('base64url'), codeChallengeMethod: 'S256', scopes: ['openid'",
      ],
      [refused, ''],
      [
        exchangeLine,
        'const tokens = await scalekit.authenticateWithCode(code, SCALEKIT_REDIRECT_URI, { codeVerifier: request.cookies.login + request.cookies.login });',
      ],
      ["import { randomBytes } from 'node:crypto';", "import { createHash, randomBytes } from 'node:crypto';"],
    ],
    severity: 'warning',
    at: 'authenticateWithCode',
  },
  {
    what: 'a state that is compared after the exchange',
    shows: 'state-missing/not-compared',
    act: 'state',
    change: [
      [refused, ''],
      [exchangeLine, `${exchangeLine}\n  ${refused}`],
      ["  response.clearCookie('login', cookie);\n", ''],
    ],
    severity: 'warning',
    at: 'authenticateWithCode',
  },
  {
    what: 'one error that is read, and others that are not',
    shows: 'callback-error-unread/error-ignored',
    act: 'sso-error',
    change: [['if (error) return', "if (error === 'access_denied') return"]],
    at: 'authenticateWithCode',
  },
  {
    what: 'an organization under a name that the SDK does not know',
    shows: 'connection-not-found/selector-ignored',
    act: 'selectors',
    change: [[options, "{ state, organization_id: request.query.org, scopes: ['openid'"]],
    at: 'getAuthorizationUrl',
  },
  {
    what: 'an organization without which no login starts, and which is not sent on',
    shows: 'connection-not-found/selector-ignored',
    act: 'selectors',
    change: [
      [
        '  const state = randomBytes(16)',
        "  if (!request.query.tenant) return response.status(400).send('Which tenant?');\n  const state = randomBytes(16)",
      ],
    ],
  },
  {
    what: 'an e-mail address that goes nowhere',
    shows: 'connection-not-found/no-selector',
    act: 'selectors',
    change: [['  const state = randomBytes(16)', '  console.log(request.query.email);\n  const state = randomBytes(16)']],
    severity: 'warning',
  },
  {
    what: 'two selectors at once',
    shows: 'connection-not-found/several-selectors',
    act: 'selectors',
    change: [
      [options, "{ state, organizationId: request.query.org, domainHint: request.query.org && 'acme.example', scopes: ['openid'"],
    ],
    severity: 'warning',
  },
  {
    what: 'an organization’s id as a connection’s',
    shows: 'connection-not-found/selector-of-another-kind',
    act: 'selectors',
    change: [[options, "{ state, connectionId: request.query.organization_id, scopes: ['openid'"]],
  },
  {
    what: 'a redirect URI with the host that a header names',
    shows: 'session-unprotected/host-followed',
    act: 'host',
    change: [
      [
        'response.redirect(scalekit.getAuthorizationUrl(SCALEKIT_REDIRECT_URI, { state, scopes',
        "const to = request.get('x-forwarded-host');\n  response.redirect(scalekit.getAuthorizationUrl(to ? `https://${to}/auth/callback` : SCALEKIT_REDIRECT_URI, { state, scopes",
      ],
    ],
    severity: 'info',
    at: 'getAuthorizationUrl',
  },
];

const backChannel = (verified: string, end: string): Change => [
  [
    "app.get('/logout'",
    `app.post('/auth/backchannel-logout', express.urlencoded({ extended: false }), async (request, response) => {
  try {
    const token = ${verified};
    ${end}
    response.sendStatus(200);
  } catch {
    response.sendStatus(400);
  }
});

app.get('/logout'`,
  ],
];
const decoded = "JSON.parse(Buffer.from(request.body.logout_token.split('.')[1], 'base64url'))";
const verified =
  'await scalekit.validateToken(request.body.logout_token, { issuer: SCALEKIT_ENVIRONMENT_URL, audience: [SCALEKIT_CLIENT_ID] })';
const endSession = 'for (const [id, { user }] of sessions) if (user.id === token.sub) sessions.delete(id);';

sound.push({ what: 'a back channel that verifies and ends', act: 'back-channel', change: backChannel(verified, endSession) });
faulty.push(
  {
    what: 'a logout token that is only decoded',
    shows: 'logout-incomplete/back-channel-unverified',
    act: 'back-channel',
    change: backChannel(decoded, endSession),
  },
  {
    what: 'a logout token that ends nothing',
    shows: 'logout-incomplete/back-channel-ignored',
    act: 'back-channel',
    change: backChannel(verified, 'console.log(token.sub);'),
  },
  {
    what: 'a logout token that is looked for in JSON',
    shows: 'logout-incomplete/back-channel-refused',
    act: 'back-channel',
    change: [...backChannel(verified, endSession), ['express.urlencoded({ extended: false })', 'express.json()']],
  },
  {
    what: 'a code that comes twice and is nobody’s',
    shows: 'login-fails/failure-uncaught',
    act: 'trouble',
    change: [[exchangeLine, `setTimeout(() => code?.trim());\n  ${exchangeLine}`]],
    at: 'code?.trim()',
  },
);

describe.each(sound)('$what', { timeout: 40_000 }, ({ act, change }) => {
  it(`gives ${act} nothing to say`, async () => {
    const { faults, notJudged, acts } = await planted(change, act);
    expect([faults, notJudged]).toEqual([[], []]);
    expect(acts.find(({ id }) => id === act)?.outcome).toBe('sound');
  });
});

describe.each(faulty)('$what', { timeout: 40_000 }, ({ shows, act, change, at, severity = 'error' }) => {
  it(`is seen by ${act}`, async () => {
    const { folder, faults, notJudged } = await planted(change, act);
    expect(
      faults.map(({ id, severity: grave }) => [id, grave]),
      notJudged.join('\n'),
    ).toEqual([[shows, severity]]);
    if (at !== undefined) expect(lineOf(folder, faults[0]?.locations[0])).toContain(at);
  });
});

it('names the handler where the state would be compared, not the service that it calls', { timeout: 40_000 }, async () => {
  const { folder, edit } = await rehearsalApp(SOURCE);
  writeFileSync(
    path.join(folder, 'login-service.js'),
    `export class LoginService {
  constructor(scalekit, uri) {
    Object.assign(this, { scalekit, uri });
  }
  async finish(code) {
    return await this.scalekit.authenticateWithCode(code, this.uri);
  }
}
export const guarded = (handler) => async (request, response, next) => {
  try {
    await handler(request, response, next);
  } catch (error) {
    next(error);
  }
};
`,
  );
  edit('server.js', (text) =>
    text
      .replace(
        "import express from 'express';",
        "import express from 'express';\nimport { guarded, LoginService } from './login-service.js';",
      )
      .replace(
        'const app = express();',
        'const app = express();\nconst logins = new LoginService(scalekit, SCALEKIT_REDIRECT_URI);',
      )
      .replace("'/auth/callback', async (request, response) => {", "'/auth/callback', guarded(async (request, response) => {")
      .replace("response.redirect('/me');\n});", "response.redirect('/me');\n}));")
      .replace(refused, '')
      .replace(exchangeLine, 'const tokens = await logins.finish(code);'),
  );
  const { faults } = await play(folder, 'state');
  expect(faults.map(({ id }) => id)).toEqual(['state-missing/not-compared']);
  expect(lineOf(folder, faults[0]?.locations[0])).toContain('logins.finish(code)');
});

describe('a callback by form_post', { timeout: 60_000 }, () => {
  const byPost: Change = [
    ["'offline_access'] }));", "'offline_access'] }) + '&response_mode=form_post');"],
    ["app.get('/auth/callback', async", "app.post('/auth/callback', express.urlencoded({ extended: false }), async"],
    ['error_description: description } = request.query;', 'error_description: description } = request.body;'],
  ];
  it('is sound where its cookies come along', async () => {
    const acts = ['state', 'denied', 'sso-error', 'two-tabs', 'replay', 'fixation', 'token-tolerance', 'trouble'];
    const { faults, notJudged } = await planted([...byPost, ["sameSite: 'lax'", "sameSite: 'none', secure: true"]], ...acts);
    expect([faults, notJudged]).toEqual([[], []]);
  });
  it('is told of its cookies where they stay behind', async () => {
    const { folder, faults } = await planted(byPost, 'login');
    expect(faults.map(({ id, severity }) => [id, severity])).toEqual([['login-fails/cookie-left-behind-by-post', 'error']]);
    expect(lineOf(folder, faults[0]?.locations[0])).toContain("cookie('login'");
  });
});

describe('after a restart', { timeout: 40_000 }, () => {
  const toFile: Change = [
    [
      'const sessions = new Map();',
      "const sessions = new Map(existsSync('kept.json') ? JSON.parse(readFileSync('kept.json', 'utf8')) : []);",
    ],
    ['sessions.set(id, tokens);', "sessions.set(id, tokens);\n  writeFileSync('kept.json', JSON.stringify([...sessions]));"],
    [
      "import express from 'express';",
      "import { existsSync, readFileSync, writeFileSync } from 'node:fs';\nimport express from 'express';",
    ],
  ];
  const newSecret: Change = [
    ["response.cookie('sid', id, cookie)", "response.cookie('sid', seal({ ...tokens.user, pad: 'x'.repeat(200) }), cookie)"],
    [
      "  const session = sessions.get(request.cookies.sid);\n  if (!session) return response.redirect('/login');\n  if (!(await scalekit",
      `  request.user = unseal(request.cookies.sid ?? '');
  return request.user ? next() : response.redirect('/login');
  const session = undefined;
  if (!(await scalekit`,
    ],
    [
      "app.get('/auth/callback'",
      `const secret = randomBytes(32);
const proof = (text) => createHmac('sha256', secret).update(text).digest('base64url');
const seal = (value) => { const text = Buffer.from(JSON.stringify(value)).toString('base64url'); return text + '.' + proof(text); };
const unseal = (cookie) => { const [text, given] = cookie.split('.'); return text && proof(text) === given ? JSON.parse(Buffer.from(text, 'base64url')) : undefined; };

app.get('/auth/callback'`,
    ],
    ["import { randomBytes } from 'node:crypto';", "import { createHmac, randomBytes } from 'node:crypto';"],
  ];
  it.each([
    ['in memory', [], 'is an id'],
    ['in a file', toFile, 'is still there'],
    ['in the cookie, with a secret of the moment', newSecret, 'made anew at each start'],
    [
      'in memory, of an app that does not heed SIGTERM',
      [['const app = express();', "const app = express();\nprocess.on('SIGTERM', () => {});"]] as Change,
      'is an id',
    ],
  ])('a session %s is told of, and nothing is left running', async (_what, change, words) => {
    const { folder, faults, acts } = await planted(change, 'restart');
    expect(faults).toEqual([]);
    expect(acts.find(({ id }) => id === 'restart')?.why).toContain(words);
    expect(processesIn(folder)).toEqual([]);
  });
});

async function planted(
  change: Change,
  ...only: readonly string[]
): Promise<Awaited<ReturnType<typeof play>> & { readonly folder: string }> {
  const { folder, edit } = await rehearsalApp(SOURCE);
  for (const [from, to] of change)
    edit('server.js', (text) => {
      expect(text).toContain(from);
      return text.replace(from, () => to);
    });
  return { folder, ...(await play(folder, ...only)) };
}

function lineOf(folder: string, place: { readonly file: string; readonly line: number } | undefined): string {
  if (!place) return '';
  return readFileSync(path.join(folder, place.file), 'utf8').split('\n')[place.line - 1] ?? '';
}
