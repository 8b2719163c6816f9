/** The control API under `/sandbox/control`: what is on, what can be done, and doing it. Only this machine can reach it. */
import type { Environment } from './environment.ts';
import { knownFaults } from './faults.ts';
import { type Exchange, readBody, sendJson } from './http.ts';
import { deliver } from './webhooks.ts';

const base = '/sandbox/control';

/** False: the path is not one of the control API. */
export async function control(environment: Environment, exchange: Exchange): Promise<boolean> {
  const { method, url, request, response } = exchange;
  if (url.pathname !== base && !url.pathname.startsWith(`${base}/`)) return false;
  const action = url.pathname.slice(base.length + 1);
  if (method === 'GET' && action === '') {
    sendJson(response, 200, describe(environment));
    return true;
  }
  const body = method === 'POST' ? await jsonBody(request) : undefined;
  if (method === 'POST' && body === undefined) sendJson(response, 400, { error: 'The body is not a JSON object.' });
  else if (method === 'POST' && action === 'webhooks') await sendWebhook(environment, exchange, body ?? {});
  else if (method === 'POST' && action === 'faults') setFaults(environment, exchange, body ?? {});
  else sendJson(response, 404, { error: `There is no such action; GET ${environment.url}${base} lists them.` });
  return true;
}

function describe({ url, state }: Environment): unknown {
  const { signingKey: _kept, ...shown } = state;
  return {
    state: shown,
    faults: state.faults,
    knownFaults,
    actions: {
      faults: { method: 'POST', url: `${url}${base}/faults`, body: { faults: ['invalid-client/wrong-secret'] } },
      webhooks: {
        method: 'POST',
        url: `${url}${base}/webhooks`,
        body: { url: 'http://127.0.0.1:3000/webhooks', type: 'organization.directory.user_created' },
      },
    },
  };
}

async function sendWebhook(
  environment: Environment,
  { response }: Exchange,
  body: Readonly<Record<string, unknown>>,
): Promise<void> {
  const target = typeof body['url'] === 'string' && URL.canParse(body['url']) ? new URL(body['url']) : undefined;
  if (!target || !/^https?:$/.test(target.protocol)) {
    sendJson(response, 400, { error: 'url must be an http or https address.' });
    return;
  }
  const type = typeof body['type'] === 'string' ? body['type'] : 'organization.directory.user_created';
  try {
    sendJson(response, 200, await deliver(environment, target.href, type, body['data']));
  } catch (error) {
    sendJson(response, 502, {
      error: `The delivery did not arrive: ${error instanceof Error ? error.message : 'unknown error'}`,
    });
  }
}

function setFaults(environment: Environment, { response }: Exchange, body: Readonly<Record<string, unknown>>): void {
  const given = Array.isArray(body['faults']) ? body['faults'].map(String) : [];
  const unknown = given.filter((fault) => !knownFaults.includes(fault));
  if (unknown.length > 0) {
    sendJson(response, 400, { error: `No such fault: ${unknown.join(', ')}.` });
    return;
  }
  environment.state.faults = given;
  sendJson(response, 200, { faults: given });
}

async function jsonBody(request: Exchange['request']): Promise<Readonly<Record<string, unknown>> | undefined> {
  const text = (await readBody(request)).toString('utf8');
  try {
    const value: unknown = JSON.parse(text === '' ? '{}' : text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
