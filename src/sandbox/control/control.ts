/** The control API under `/sandbox/control`: what is on, what can be done, and doing it. Only this machine can reach it. */
import { randomBytes } from 'node:crypto';
import type { Environment } from '../environment.ts';
import { knownFaults } from '../faults/index.ts';
import { activeFaults, setFaults } from '../faults/switch.ts';
import { type Exchange, readBody, sendJson } from '../http.ts';
import { deliver, webhookTypes } from '../webhooks/deliver.ts';

export const CONTROL_PATH = '/sandbox/control';

/** Ten years. */
const FURTHEST_SECONDS = 315_360_000;

type Body = Readonly<Record<string, unknown>>;

/** False: the path is not one of the control API. */
export async function control(environment: Environment, exchange: Exchange): Promise<boolean> {
  const { method, url, request, response } = exchange;
  if (url.pathname !== CONTROL_PATH && !url.pathname.startsWith(`${CONTROL_PATH}/`)) return false;
  if (!isLoopback(request.headers.host)) {
    // A page on the web may point its own name at this machine.
    sendJson(response, 403, { error: 'The control API answers under a loopback address only.' });
    return true;
  }
  const action = url.pathname.slice(CONTROL_PATH.length + 1);
  const body = method === 'POST' ? await jsonBody(request) : undefined;
  if ((method === 'GET' || method === 'HEAD') && action === '') sendJson(response, 200, describe(environment));
  else if (method === 'POST' && body === undefined) sendJson(response, 400, { error: 'The body is not a JSON object.' });
  else if (method === 'POST' && action === 'webhooks') await sendWebhook(environment, exchange, body ?? {});
  else if (method === 'POST' && action === 'webhook-endpoints') registerEndpoint(environment, exchange, body ?? {});
  else if (method === 'POST' && action === 'webhook-secret') rotateSecret(environment, exchange, body ?? {});
  else if (method === 'POST' && action === 'faults') switchFaults(environment, exchange, body ?? {});
  else if (method === 'POST' && action === 'advance') advance(environment, exchange, body ?? {});
  else if (method === 'POST' && action === 'reset') reset(environment, exchange);
  else sendJson(response, 404, { error: `There is no such action; GET ${environment.url}${CONTROL_PATH} lists them.` });
  return true;
}

function describe({ url, state, passwordless, now }: Environment): unknown {
  const { signingKey: _kept, faultChanges: _inner, faults: _listed, ...shown } = state;
  const base = `${url}${CONTROL_PATH}`;
  return {
    state: shown,
    faults: activeFaults(state),
    knownFaults,
    webhookTypes,
    passwordlessEmails: [...passwordless.values()].map(({ email, code, linkToken }) => ({ email, code, linkToken })),
    now: new Date(now()).toISOString(),
    actions: {
      faults: { method: 'POST', url: `${base}/faults`, body: { faults: ['invalid-client/wrong-secret'] } },
      webhooks: {
        method: 'POST',
        url: `${base}/webhooks`,
        body: { url: 'http://127.0.0.1:3000/webhooks', type: 'organization.directory.user_created' },
      },
      // Another body for the same address replaces what it is told of; `remove: true` takes it off.
      'webhook-endpoints': {
        method: 'POST',
        url: `${base}/webhook-endpoints`,
        body: { url: 'http://127.0.0.1:3000/webhooks', types: [] },
      },
      // The old one signs as well, until a rotation with `keepOld: false` drops it.
      'webhook-secret': { method: 'POST', url: `${base}/webhook-secret`, body: { keepOld: true } },
      advance: { method: 'POST', url: `${base}/advance`, body: { seconds: 600 } },
      reset: { method: 'POST', url: `${base}/reset`, body: {} },
    },
  };
}

async function sendWebhook(environment: Environment, { response }: Exchange, body: Body): Promise<void> {
  const target = typeof body['url'] === 'string' && URL.canParse(body['url']) ? new URL(body['url']) : undefined;
  if (!target || !/^https?:$/.test(target.protocol)) {
    sendJson(response, 400, { error: 'url must be an http or https address.' });
    return;
  }
  const type = typeof body['type'] === 'string' ? body['type'] : 'organization.directory.user_created';
  try {
    sendJson(response, 200, await deliver(environment, { url: target.href, type, data: body['data'] }));
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown error';
    sendJson(response, 502, { error: `The delivery did not arrive: ${why}` });
  }
}

/** From now on it hears of events as they happen. */
function registerEndpoint({ state, changed }: Environment, { response }: Exchange, body: Body): void {
  const target = typeof body['url'] === 'string' && URL.canParse(body['url']) ? new URL(body['url']) : undefined;
  if (!target || !/^https?:$/.test(target.protocol)) {
    sendJson(response, 400, { error: 'url must be an http or https address.' });
    return;
  }
  const types = Array.isArray(body['types']) ? body['types'].map(String) : [];
  const others = state.webhookEndpoints.filter(({ url }) => url !== target.href);
  state.webhookEndpoints = body['remove'] === true ? others : [...others, { url: target.href, types }];
  changed();
  sendJson(response, 200, { webhookEndpoints: state.webhookEndpoints });
}

function rotateSecret({ state, changed }: Environment, { response }: Exchange, { keepOld }: Body): void {
  state.retiredWebhookSecrets = keepOld === false ? [] : [state.webhookSecret, ...state.retiredWebhookSecrets].slice(0, 2);
  state.webhookSecret = `whsec_${randomBytes(24).toString('base64')}`;
  changed();
  sendJson(response, 200, { webhookSecret: state.webhookSecret });
}

function switchFaults(environment: Environment, { response }: Exchange, body: Body): void {
  const given = Array.isArray(body['faults']) ? body['faults'].map(String) : undefined;
  const unknown = given?.filter((fault) => !knownFaults.includes(fault)) ?? [];
  if (!given || unknown.length > 0) {
    sendJson(response, 400, { error: given ? `No such fault: ${unknown.join(', ')}.` : 'faults must be a list of ids.' });
    return;
  }
  setFaults(environment.state, given);
  environment.changed();
  sendJson(response, 200, { faults: activeFaults(environment.state) });
}

/** The environment's clock goes on by as much: codes, tokens and sessions grow old without waiting. Back again with a negative number. */
function advance({ state, now, changed }: Environment, { response }: Exchange, body: Body): void {
  const seconds = body['seconds'];
  const total = state.advancedSeconds + (typeof seconds === 'number' ? seconds : Number.NaN);
  if (!(Math.abs(total) <= FURTHEST_SECONDS)) {
    sendJson(response, 400, { error: 'seconds must be a number, and the clock may go at most ten years from now.' });
    return;
  }
  state.advancedSeconds = total;
  changed();
  sendJson(response, 200, { now: new Date(now()).toISOString(), advancedSeconds: total });
}

function reset(environment: Environment, { response }: Exchange): void {
  environment.reset();
  sendJson(response, 200, { faults: activeFaults(environment.state) });
}

function isLoopback(host: string | undefined): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(host ?? '');
}

async function jsonBody(request: Exchange['request']): Promise<Body | undefined> {
  const text = (await readBody(request)).toString('utf8');
  try {
    const value: unknown = JSON.parse(text === '' ? '{}' : text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : undefined;
  } catch {
    return undefined;
  }
}
