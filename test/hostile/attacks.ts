/** Every hostile answer with what has to be said of it, where it comes in the place of discovery and where it comes for the credentials. */
import type { Attack } from './attack.ts';
import * as hostile from './behaviours.ts';
import { atPath, atTokenEndpoint, discoveryOf, soundEnvironment, TOKEN } from './environment.ts';
import type { Behaviour, SeenRequest } from './server.ts';
import { tlsAttacks } from './tls-attacks.ts';

/** The answer, its sentence, and what is found where discovery answers so: a host that is none of Scalekit's, or nothing. */
type Row = readonly [name: string, behaviour: Behaviour, says: RegExp, finds?: string];

const NO_ENVIRONMENT = 'invalid-client/not-an-environment';
const REDIRECTED = 'It was not followed: credentials go nowhere but where you said';
const TOO_MANY_HEADERS = /sent more headers than any honest answer has/;
const TOO_LARGE = /sent far more than any answer of Scalekit has/;
const BROKEN_OFF = /broke the connection off while its answer was awaited/;
const CUT = /broke the connection off in the middle of its answer/;

const rows: readonly Row[] = [
  ['nothing at all', hostile.hang, /took the request and did not answer within \d\.\d s/],
  ['headers and nothing more', hostile.hangAfterHeaders, /began to answer and did not finish within \d\.\d s/],
  ['a byte a second for ever', hostile.drip(1_000), /began to answer and did not finish within \d\.\d s/],
  ['an endless body', hostile.endlessBody, TOO_LARGE],
  ['endless headers', hostile.endlessHeaders, TOO_MANY_HEADERS],
  ['endless interim answers', hostile.endlessInterim, TOO_MANY_HEADERS],
  ['a length of 100 MB', hostile.hugeLength, TOO_LARGE],
  ['a gzip bomb', hostile.gzipBomb, TOO_LARGE],
  ['a captive portal', hostile.captivePortal, /the network's own sign-in page \(\\"Hotel Wi-Fi\\"\) answered/],
  ['a proxy’s error page', hostile.proxyErrorPage, /a proxy or gateway in between answered with an error page/],
  ['a closed connection', hostile.closeAtOnce, BROKEN_OFF],
  ['an empty body', hostile.emptyBody, /no proper JSON \(it is empty\)/, NO_ENVIRONMENT],
  ['a truncated body', hostile.truncated, CUT],
  ['another type of content', hostile.picture, /no proper JSON|cannot be decoded/],
  ['broken UTF-8', hostile.brokenUtf8, /cannot be decoded: broken text or broken compression/],
  ['100,000 levels of JSON', hostile.deepJson, /no proper JSON \(it is nested without end\)/, NO_ENVIRONMENT],
  ['gzip that is none', hostile.brokenGzip, /cannot be decoded: broken text or broken compression/],
  ['another protocol', hostile.notHttp, /does not speak HTTP/],
  ['a redirect to itself', hostile.loops, new RegExp(`redirects \\(302\\) to another path. ${REDIRECTED}`)],
  [
    'a redirect to a file',
    hostile.redirects(302, 'file:///etc/passwd'),
    new RegExp(`redirects \\(302\\) to a file: address. ${REDIRECTED}`),
  ],
  ['a reset after the request', hostile.resetAfterRequest, BROKEN_OFF],
  ['a reset in the headers', hostile.resetInHeaders, BROKEN_OFF],
  ['a reset in the body', hostile.resetInBody, CUT],
  [
    '__proto__',
    hostile.answers({ body: '{"__proto__":{"issuer":"a","access_token":"b"}}' }),
    /not with what Scalekit answers here/,
    NO_ENVIRONMENT,
  ],
  ['duplicate keys', hostile.answers({ body: '{"issuer":"a","issuer":"b"}' }), /it names one key twice/, NO_ENVIRONMENT],
  [
    '429 with an absurd Retry-After',
    hostile.answers({ status: 429, headers: { 'retry-after': '99999999' }, body: '{}' }),
    /limits the number of requests \(429\)\. It asks to wait 1157 days; that was not waited for/,
  ],
  ['503 for ever', hostile.json({}, { status: 503 }), /not available at the moment \(503\), also at the third try/],
  [
    'an error in terminal sequences',
    hostile.answers({ status: 400, body: '{"error":"\\u001b[2Jbad","error_description":"\\u202eabc\\u001b]0;x\\u0007\\u200b"}' }),
    /answered bad: abc \(400\)/,
  ],
  [
    'an error of terminal sequences alone',
    hostile.answers({ status: 400, body: '{"error":"\\u001b[2J","error_description":"\\u202eabc"}' }),
    /answered 400 and nothing that explains it/,
  ],
];

const attack = (one: Omit<Attack, 'seconds'>): Attack => {
  const isWaitedFor = /did not (?:answer|finish) within/.test(one.says.source);
  return { ...one, seconds: isWaitedFor ? 12 : 30 };
};

const everywhere = rows.flatMap(([name, behaviour, says, finds]) => [
  attack({ name, serve: () => behaviour, probe: 'discovery', says, code: finds ? 1 : 3, ...(finds ? { finds } : {}) }),
  attack({
    name: `${name} at the token endpoint`,
    serve: () => atTokenEndpoint(behaviour),
    probe: 'client-credentials',
    says,
    code: 3,
  }),
]);

const toOthers: readonly Attack[] = [
  ...[302, 307, 308].map((status) =>
    attack({
      name: `${status} of the token request to another host`,
      serve: (other: string) => atTokenEndpoint(hostile.redirects(status, `${other}/oauth/token`)),
      probe: 'client-credentials',
      says: new RegExp(`redirects \\(${status}\\) to http://127\\.0\\.0\\.1:\\d+\\. ${REDIRECTED}`),
      code: 3,
    }),
  ),
  attack({
    name: 'discovery that names another origin’s token endpoint',
    serve: (other: string) =>
      soundEnvironment({ '/.well-known/': discoveryOf(() => ({ token_endpoint: `${other}/oauth/token` })) }),
    probe: 'discovery',
    says: /"label":"token_endpoint","expected":"an address under http:\/\/127/,
    code: 0,
  }),
  attack({
    name: 'discovery with another issuer and its keys',
    serve: (other: string) =>
      soundEnvironment({ '/.well-known/': discoveryOf(() => ({ issuer: other, jwks_uri: `${other}/keys` })) }),
    probe: 'discovery',
    says: /"label":"Issuer","expected":"http:\/\/127[^"]*","actual":"http:\/\/127.*"label":"jwks_uri"/,
    code: 0,
  }),
];

const echo = (request: SeenRequest) => `${request.body} ${request.headers['authorization'] ?? ''}`;
const HOUR = 3_600_000;

const oneByOne: readonly Attack[] = [
  attack({
    name: 'an echo of the secret',
    serve: () =>
      atTokenEndpoint(
        hostile.answers((request) => ({
          status: 401,
          body: JSON.stringify({ error: 'invalid_client', error_description: echo(request) }),
        })),
      ),
    probe: 'client-credentials',
    says: /invalid_client: .*HTTP 401/,
    code: 1,
    finds: 'invalid-client/wrong-id',
  }),
  attack({
    name: 'a clock an hour ahead',
    serve: () =>
      soundEnvironment({
        '/.well-known/': discoveryOf(undefined, { headers: { date: new Date(Date.now() + HOUR).toUTCString() } }),
      }),
    probe: 'server-clock',
    says: /3[56]\d\d s behind the server/,
    code: 1,
    finds: 'token-expired/local-clock-wrong',
  }),
  attack({
    name: 'a clock an hour behind',
    serve: () =>
      soundEnvironment({
        '/.well-known/': discoveryOf(undefined, { headers: { date: new Date(Date.now() - HOUR).toUTCString() } }),
      }),
    probe: 'server-clock',
    says: /36\d\d s ahead of the server/,
    code: 1,
    finds: 'token-expired/local-clock-wrong',
  }),
  attack({
    name: '503 that recovers',
    serve: () => soundEnvironment({ '/oauth/token': hostile.inTurn(hostile.json({}, { status: 503 }), hostile.json(TOKEN)) }),
    probe: 'client-credentials',
    says: /"status":"ok"/,
    code: 0,
  }),
  attack({
    name: '5,000 keys',
    serve: () =>
      atPath(
        '/keys',
        hostile.json({ keys: Array.from({ length: 5_000 }, (_, at) => ({ kid: `k${at}`, kty: 'RSA', n: 'AQAB', e: 'AQAB' })) }),
      ),
    probe: 'signing-keys',
    says: /"status":"ok"/,
    code: 0,
  }),
  attack({
    name: 'a token with alg none',
    serve: () => atPath('/oauth/token', hostile.json({ ...TOKEN, access_token: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.' })),
    probe: 'client-credentials',
    says: /"status":"ok"/,
    code: 0,
  }),
  attack({
    name: 'HTTP/1.0',
    serve: () => atPath('/keys', hostile.http10('{"keys":[]}')),
    probe: 'signing-keys',
    says: /"status":"(?:ok|fault)"/,
    code: 0,
  }),
  attack({
    name: 'a reset as soon as the connection is made',
    serve: () => hostile.hang,
    options: { onConnection: (socket) => Boolean(socket.resetAndDestroy()) },
    probe: 'discovery',
    says: /broke the connection off while/,
    code: 3,
  }),
];

export const attacks: readonly Attack[] = [...everywhere, ...toOthers, ...oneByOne, ...tlsAttacks];
