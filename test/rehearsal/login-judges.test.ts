/** What the acts of the login make of what they saw: tables of observations and verdicts, without an app. */
import { describe, expect, it } from 'vitest';
import { judgeBackChannel, type ToldSeen } from '../../src/rehearsal/acts/back-channel.ts';
import { type ForgedHeld, type HeldForgery, judgeHeldTokens } from '../../src/rehearsal/acts/browser-tokens.ts';
import { tokensIn } from '../../src/rehearsal/acts/held-tokens.ts';
import { type HostHeader, judgeHost } from '../../src/rehearsal/acts/host.ts';
import { judgeRestart } from '../../src/rehearsal/acts/restart.ts';
import { judgeSelectors, type SelectedSeen } from '../../src/rehearsal/acts/selectors.ts';
import { type ForgedLogin, judgeForgedStates } from '../../src/rehearsal/acts/state.ts';
import { type ForgedIdToken, type IdTokenForgery, judgeForgedIdTokens } from '../../src/rehearsal/acts/token-forgeries.ts';
import { judgeTolerance, type Variant } from '../../src/rehearsal/acts/token-tolerance.ts';
import { judgeTwoTabs, type TabSeen } from '../../src/rehearsal/acts/two-tabs.ts';
import type { Cookie } from '../../src/rehearsal/browser/jar.ts';
import type { Outcome } from '../../src/rehearsal/events.ts';
import { handlerFirst, inHandler } from '../../src/rehearsal/places.ts';
import { functionAround, selectorsIn } from '../../src/rehearsal/reading/selectors.ts';
import { showsFault } from '../../src/rehearsal/scene.ts';
import type { Presence } from '../../src/rehearsal/session.ts';

function verdictOf({ outcome, shown = [] }: Outcome): string {
  const faults = shown.filter(({ kind }) => kind === 'confirmed').map(({ id, severity }) => `${severity} ${id}`);
  return [outcome, ...faults].join(' ');
}

const at = { exchange: 'exchange-1', where: [] };

describe('a forged way back', () => {
  const seen = (forgery: ForgedLogin['forgery'], accepted: boolean, tokenAsked: boolean): ForgedLogin => ({
    forgery,
    accepted,
    tokenAsked,
    status: 400,
    ...at,
  });
  const table: readonly (readonly [string, readonly ForgedLogin[], string])[] = [
    ['that is refused', [seen('made-up', false, false), seen('other-browser', false, false)], 'sound'],
    ['that gets in', [seen('made-up', true, true)], 'unsound error state-missing/not-compared'],
    [
      'of another browser that gets in',
      [seen('made-up', false, false), seen('other-browser', true, true)],
      'unsound error state-missing/not-bound',
    ],
    [
      'that PKCE alone keeps out, or a check that comes late',
      [seen('made-up', false, true), seen('missing', false, true)],
      'unsound warning state-missing/not-compared',
    ],
    ['of another browser that the nonce keeps out', [seen('made-up', false, false), seen('other-browser', false, true)], 'sound'],
  ];
  it.each(table)('%s', (_name, list, verdict) => expect(verdictOf(judgeForgedStates(list))).toBe(verdict));
});

describe('a login with a wrong ID token', () => {
  const seen = (forgery: IdTokenForgery, more: Partial<ForgedIdToken> = {}): ForgedIdToken => ({
    forgery,
    believed: false,
    isIn: false,
    by: 'app',
    checkFailed: false,
    ...at,
    ...more,
  });
  const believed = { believed: true, isIn: true } as const;
  const table: readonly (readonly [string, readonly ForgedIdToken[], string])[] = [
    ['that is refused', [seen('everything'), seen('signature'), seen('expiry')], 'sound'],
    ['that the SDK decodes', [seen('everything', { ...believed, by: 'sdk' })], 'sound'],
    ['that nobody was seen to read', [seen('everything', { ...believed, by: 'unknown' })], 'sound'],
    ['that says nothing of who is logged in', [seen('everything', { isIn: true })], 'sound'],
    ['whose signature alone nobody looks at', [seen('everything'), seen('signature', believed), seen('none', believed)], 'sound'],
    ['that the app decodes', [seen('everything', believed)], 'unsound warning id-token-not-verified/only-decoded'],
    [
      'of another app',
      [seen('everything'), seen('signature'), seen('audience', believed)],
      'unsound warning id-token-not-verified/claims-ignored',
    ],
    [
      'that does not verify, and nobody minds',
      [seen('everything', { ...believed, by: 'sdk', checkFailed: true })],
      'unsound error id-token-not-verified/failure-ignored',
    ],
    [
      'with another nonce',
      [seen('everything', { ...believed, by: 'sdk' }), seen('nonce', { isIn: true, by: 'sdk' })],
      'unsound warning id-token-not-verified/nonce-not-compared',
    ],
    [
      'and userinfo of somebody else',
      [seen('everything'), seen('userinfo', believed)],
      'unsound warning id-token-not-verified/userinfo-of-another',
    ],
    ['that did not get so far', [], 'not-judged'],
  ];
  it.each(table)('%s', (_name, list, verdict) => expect(verdictOf(judgeForgedIdTokens(list))).toBe(verdict));
});

describe('a forged token from the browser', () => {
  const seen = (forgery: HeldForgery, accepted: boolean, checkedBy: ForgedHeld['checkedBy'] = 'app'): ForgedHeld => ({
    carrier: 'the cookie token',
    path: '/me',
    forgery,
    accepted,
    asAnother: false,
    checkedBy,
    ...at,
  });
  const table: readonly (readonly [string, readonly ForgedHeld[], string])[] = [
    ['that is not there', [], 'sound'],
    ['that is refused', [seen('signature', false), seen('expiry', false), seen('audience', false)], 'sound'],
    ['by another key', [seen('signature', true)], 'unsound error id-token-not-verified/only-decoded'],
    [
      'by the public key',
      [seen('signature', false), seen('public-key', true)],
      'unsound error id-token-not-verified/only-decoded',
    ],
    [
      'whose time is over',
      [seen('signature', false), seen('expiry', true)],
      'unsound error id-token-not-verified/expiry-ignored',
    ],
    ['for another app', [seen('audience', true)], 'unsound error id-token-not-verified/claims-ignored'],
    ['of another issuer, by the right key', [seen('issuer', true)], 'unsound warning id-token-not-verified/claims-ignored'],
    ['for another app, which the SDK lets pass', [seen('audience', true, 'sdk')], 'sound'],
    ['for another app, and nobody saw by what it was checked', [seen('audience', true, 'unknown')], 'sound'],
  ];
  it.each(table)('%s', (_name, list, verdict) => expect(verdictOf(judgeHeldTokens(list))).toBe(verdict));

  const jwt = `eyJhbGciOiJSUzI1NiJ9.${Buffer.from('{"sub":"usr_1"}').toString('base64url')}.c2ln`;
  const json = JSON.stringify({ accessToken: jwt });
  it.each([
    ['as it is', jwt],
    ['in JSON', encodeURIComponent(json)],
    ['in JSON in base64', Buffer.from(json).toString('base64')],
    ['in JSON in base64url', Buffer.from(json).toString('base64url')],
  ])('is found in a cookie %s, and put back in the same way', (_name, value) => {
    const [held] = tokensIn([{ name: 'token', value } as Cookie]);
    expect(held?.token).toBe(jwt);
    expect(held?.put(jwt)).toBe(value);
    expect(held?.put('eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.')).not.toContain(jwt);
  });
  it('is not found in what holds none', () => {
    expect(tokensIn([{ name: 'sid', value: 's%3Ak3J9.sd8f7' } as Cookie, { name: 'bad', value: '%E0%A4%A' } as Cookie])).toEqual(
      [],
    );
  });
});

describe('a token answer in another way', () => {
  const all: readonly Variant[] = ['lower-case-bearer', 'second-key', 'without-expires-in', 'clock-behind'];
  const without = (...refused: readonly Variant[]) =>
    all.map((variant) => ({ variant, isIn: !refused.includes(variant), ...at }));
  it.each([
    ['taken', without(), true, 'sound'],
    ['by the second key, refused', without('second-key'), true, 'unsound error login-fails/first-key-only'],
    ['in lower case, refused', without('lower-case-bearer'), true, 'unsound error login-fails/token-answer-refused'],
    ['that Scalekit does not give, refused', without('without-expires-in', 'clock-behind'), true, 'sound'],
    ['refused as an honest one is', without('second-key'), false, 'not-judged'],
    ['never asked for', [], true, 'not-judged'],
  ])('%s', (_name, variants, honestGoesOn, verdict) => {
    expect(verdictOf(judgeTolerance({ variants, honestGoesOn }))).toBe(verdict);
  });
});

describe('two tabs', () => {
  const tab = (end: TabSeen['end']): TabSeen => ({ order: 'first-first', tab: 'first', status: 500, end, ...at });
  it.each([
    ['that both get in', [tab('in'), tab('in')], true, 'sound'],
    ['of which one is refused', [tab('refused'), tab('in')], true, 'sound'],
    ['of which one ends in an error', [tab('failing'), tab('in')], true, 'unsound warning login-fails/second-tab-fails'],
    ['of which one goes round', [tab('failing'), tab('starts-for-ever')], true, 'unsound error login-fails/goes-round'],
    ['of which one goes round within', [tab('loops-within')], true, 'unsound error login-fails/goes-round'],
    ['where nothing works', [tab('failing')], false, 'not-judged'],
  ])('%s', (_name, seen, goesOn, verdict) => expect(verdictOf(judgeTwoTabs(seen, goesOn))).toBe(verdict));
});

describe('a login for somebody', () => {
  const seen = (name: string, isTaken: SelectedSeen['isTaken'], sent: Readonly<Record<string, string>>): SelectedSeen => ({
    name,
    isTaken,
    parameters: new Map(Object.entries(sent)),
    ...at,
  });
  const table: readonly (readonly [string, readonly SelectedSeen[], string])[] = [
    ['that takes nothing', [], 'sound'],
    ['with an organization', [seen('org', 'surely', { organization_id: 'org_1' })], 'sound'],
    ['with a domain under its two names', [seen('domain', 'surely', { domain: 'a.example', domain_hint: 'a.example' })], 'sound'],
    ['with an address as a hint', [seen('email', 'surely', { login_hint: 'a@a.example' })], 'sound'],
    ['with one of many names, and an address as a hint', [seen('one of several names', 'surely', { login_hint: 'a' })], 'sound'],
    ['with nothing', [seen('org', 'surely', {})], 'unsound error connection-not-found/selector-ignored'],
    [
      'with a hint in place of an organization',
      [seen('org', 'surely', { login_hint: 'a' })],
      'unsound error connection-not-found/selector-ignored',
    ],
    [
      'with nothing, after it may have been looked up',
      [seen('org', 'perhaps', {})],
      'unsound warning connection-not-found/no-selector',
    ],
    ['with nothing for an address', [seen('email', 'surely', {})], 'unsound warning connection-not-found/no-selector'],
    [
      'with two',
      [seen('org', 'surely', { organization_id: 'org_1', connection_id: 'conn_1' })],
      'unsound warning connection-not-found/several-selectors',
    ],
    [
      'with an id of another kind',
      [seen('org', 'surely', { connection_id: 'org_1' })],
      'unsound error connection-not-found/selector-of-another-kind',
    ],
  ];
  it.each(table)('%s', (_name, list, verdict) => expect(verdictOf(judgeSelectors(list))).toBe(verdict));

  it.each([
    ['Express', 'getAuthorizationUrl(uri, { organizationId: req.query.org, state })', ['org direct']],
    [
      'Express that looks it up',
      'const tenant = tenants[req.query.org]; getAuthorizationUrl(uri, { organizationId: tenant.id })',
      ['org'],
    ],
    ['destructuring', 'const { organizationId, code: other } = request.query; go({ organizationId })', ['organizationId direct']],
    ['Next.js', "const email = request.nextUrl.searchParams.get('email');", ['email']],
    ['Hono', "{ connectionId: c.req.query('connection_id') }", ['connection_id direct']],
    ['Flask', 'options.organization_id = request.args.get("org_id")', ['org_id direct']],
    ['Go', 'ConnectionId: r.URL.Query().Get("connection"),', ['connection direct']],
    ['Spring', '@GetMapping("/login") String login(@RequestParam(required = false) String organizationId)', ['organizationId']],
    ['other names', "req.query.state; req.body.password; searchParams.get('code')", []],
    ['an organization from elsewhere', 'const { organizationId } = await db.find(user);', []],
  ])('reads the name in %s', (_name, text, found) => {
    expect(selectorsIn([text]).map(({ name, isDirect }) => (isDirect ? `${name} direct` : name))).toEqual(found);
  });
});

describe('a logout token', () => {
  const told = (status: number | undefined, after: Presence): ToldSeen => ({ status, after, ...at });
  const refused = [{ what: 'for another app', ...told(400, 'in') }];
  it.each([
    ['that is good ends the session', refused, told(200, 'out'), 'sound'],
    [
      'that is forged ends it',
      [{ what: 'for another app', ...told(200, 'out') }],
      told(200, 'out'),
      'unsound error logout-incomplete/back-channel-unverified',
    ],
    ['that is good changes nothing', refused, told(204, 'in'), 'unsound error logout-incomplete/back-channel-ignored'],
    ['that is good is refused', refused, told(403, 'in'), 'unsound error logout-incomplete/back-channel-refused'],
    ['gets no answer', refused, told(undefined, 'in'), 'unsound error logout-incomplete/back-channel-refused'],
  ])('%s', (_name, forged, good, verdict) => {
    expect(verdictOf(judgeBackChannel({ path: '/backchannel', forged, good }))).toBe(verdict);
  });
});

describe('after a restart', () => {
  const cookies = [{ name: 'sid', length: 43 }];
  it.each([
    ['somebody is logged in', { after: 'in', cookies }, 'sound', 'still there'],
    ['an id stands for nothing', { after: 'out', cookies }, 'sound', 'the cookie sid is an id'],
    [
      'a sealed cookie opens nothing',
      { after: 'out', cookies: [...cookies, { name: 'session', length: 900 }] },
      'sound',
      'the cookie session holds',
    ],
    ['the page fails', { after: 'failing', cookies }, 'not-judged', 'error'],
  ] as const)('%s', (_name, seen, outcome, words) => {
    const judged = judgeRestart(seen);
    expect([judged.outcome, judged.why]).toEqual([outcome, expect.stringContaining(words)]);
  });
});

describe('what stands around a line that ran', () => {
  it.each([
    [
      'a route',
      "const other = req.query.tenant;\napp.get('/login', async (req, res) => {\n  const state = random();\n  if (req.query.org) {\n    res.redirect(begin(state));",
      ['org'],
    ],
    [
      'a method',
      'class Login {\n  other(req: Request) {\n    return req.query.tenant;\n  }\n  open = (req: Request): void => {\n    const { email } = req.query;\n    this.gateway.begin(email);',
      ['email'],
    ],
    [
      'a view of Python',
      'def other(request):\n    request.GET.get("org")\n\ndef login(request):\n    x = request.GET.get("domain")\n    return redirect(url)',
      ['domain'],
    ],
  ])('begins with the head of %s', (_name, text, names) => {
    const lines = text.split('\n');
    const around = functionAround((line) => lines[line - 1] ?? '', lines.length);
    expect(selectorsIn([around]).map(({ name }) => name)).toEqual(names);
  });
});

describe('a finding without a place', () => {
  const exchange = {
    id: 'exchange-1',
    act: 'state',
    from: 'browser',
    to: 'app',
    at: 0,
    ms: 0,
    method: 'GET',
    target: '/callback?code=#12',
  } as const;
  const shown = showsFault('state-missing/not-compared', 'F', 'It is.', {
    evidence: [{ label: 'Callback', exchange: 'exchange-1' }],
  });
  const route = (path: string, method: string, line: number) => ({
    path,
    method,
    location: { file: 'routes.ts', line, column: 1 },
  });
  it.each([
    ['gets the handler', [route('/callback', 'get', 7), route('/callback', 'post', 9)], [7]],
    ['gets none of two handlers', [route('/callback', 'get', 7), route('/callback', 'any', 9)], []],
    ['gets none of another path', [route('/other/callback', 'get', 7)], []],
  ])('%s', (_name, places, lines) => {
    expect(inHandler(shown, places, () => exchange).locations.map(({ line }) => line)).toEqual(lines);
  });
  it('keeps the place that it has', () => {
    const own = { ...shown, locations: [{ file: 'a.ts', line: 1, column: 1 }] };
    expect(inHandler(own, [route('/callback', 'get', 7)], () => exchange)).toBe(own);
  });
});

describe('the redirect URI under another host', () => {
  const seen = (header: HostHeader, redirectUri: string | undefined) => [{ header, redirectUri, ...at }];
  it.each([
    ['stays', seen('X-Forwarded-Host', 'http://localhost:3000/callback'), 'sound'],
    ['follows the address that is asked for', seen('Host', 'http://elsewhere.rehearsal.test/callback'), 'sound'],
    [
      'follows a header',
      seen('X-Forwarded-Host', 'https://elsewhere.rehearsal.test/callback'),
      'unsound info session-unprotected/host-followed',
    ],
    ['is not there', seen('Forwarded', undefined), 'sound'],
  ])('%s', (_name, list, verdict) => expect(verdictOf(judgeHost(list))).toBe(verdict));
});

describe('the place of a check', () => {
  const frame = (file: string) => ({ file, line: 1, column: 1 });
  const lines: Readonly<Record<string, string>> = {
    'service.ts': 'return this.scalekit.authenticateWithCode(code, uri);',
    'controller.ts': 'const tokens = await this.service.finish(code);',
    'wrapper.ts': 'await handler(request, response, next);',
    'middleware.ts': 'await next();',
    'main.py': 'uvicorn.run(app, port=8000)',
  };
  it.each([
    ['a service and its handler', ['service.ts', 'controller.ts'], 'controller.ts'],
    ['a wrapper around it', ['service.ts', 'controller.ts', 'wrapper.ts', 'middleware.ts'], 'controller.ts'],
    ['what starts the server', ['controller.ts', 'main.py'], 'controller.ts'],
    ['nothing but wrappers', ['middleware.ts'], 'middleware.ts'],
  ])('with %s', (_name, files, first) => {
    const places = handlerFirst(files.map(frame), ({ file }) => lines[file] ?? '');
    expect(places.map(({ file }) => file)[0]).toBe(first);
    expect(places).toHaveLength(files.length);
  });
});
