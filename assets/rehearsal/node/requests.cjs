/** Requests that the app sends: to the provider with their places, elsewhere the host alone. */
'use strict';
const http = require('node:http');
const https = require('node:https');
const Module = require('node:module');
const { wrap } = require('./wrap.cjs');

exports.watchRequests = (places, notes, answers, sdk, provider, isReal) => {
  const origin = new URL(provider).host;

  function sent(url, by) {
    if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return;
    const known = url.host === origin;
    const placed = known || isReal(url.hostname);
    const here = placed ? places.here() : [];
    // Elsewhere only the host is told; of the real environment the place as well, where an app that is not aimed at the sandbox asks it.
    notes.write('request', {
      host: url.host,
      path: known ? url.pathname : undefined,
      by,
      port: answers.port(),
      // The frames here, or, where the call has lost them, those of the SDK call that led to it.
      frames: here.length > 0 || !placed ? here : sdk.place(),
    });
  }

  for (const [module, secure] of [
    [http, false],
    [https, true],
  ])
    for (const name of ['request', 'get'])
      wrap(
        module,
        name,
        (original) =>
          function () {
            sent(targetOf(arguments, secure), 'http');
            return original.apply(this, arguments);
          },
      );

  if (typeof globalThis.fetch === 'function') {
    const fetched = globalThis.fetch;
    globalThis.fetch = function fetch(resource) {
      try {
        sent(new URL(typeof resource === 'string' || resource instanceof URL ? String(resource) : resource.url), 'fetch');
      } catch {
        // A relative address: fetch itself says so.
      }
      return fetched.apply(this, arguments);
    };
  }
  Module.syncBuiltinESMExports?.();
};

function targetOf(args, secure) {
  try {
    const [first, second] = args;
    const options = typeof first === 'string' || first instanceof URL ? (typeof second === 'object' ? second : {}) : first;
    if (typeof first === 'string' || first instanceof URL) return new URL(String(first));
    const protocol = options.protocol ?? (secure ? 'https:' : 'http:');
    const host = options.hostname ?? (options.host ? String(options.host).split(':')[0] : 'localhost');
    const port = options.port ? `:${options.port}` : '';
    return new URL(`${protocol}//${host}${port}${options.path ?? '/'}`);
  } catch {
    return undefined;
  }
}
