/**
 * The app's answers: cookies, redirects and failures with their places. Frameworks write them down late, when the handler's frames are gone:
 * so the place is kept from where the header was made, for each request by itself.
 */
'use strict';
const { AsyncLocalStorage } = require('node:async_hooks');
const http = require('node:http');
const https = require('node:https');
const { hash } = require('./notes.cjs');
const { wrap } = require('./wrap.cjs');

exports.watchAnswers = (places, notes) => {
  const current = new AsyncLocalStorage();
  /** Of each response: header and value → where it was made; '' is what was made last. */
  const early = new WeakMap();
  const seen = new WeakMap();

  const earlyOf = (response) => {
    const known = early.get(response) ?? new Map();
    early.set(response, known);
    return known;
  };

  /** Made now, in whatever request this is; written down later. The first place counts: others hand it on. */
  function made(header, value, response = current.getStore()?.response) {
    if (!response) return;
    const place = places.here();
    if (place.length === 0) return;
    const known = earlyOf(response);
    const key = keyOf(header, value);
    if (key !== undefined && !known.has(key)) known.set(key, place);
    // Who hands an answer on stands further out in the same call than who made it.
    if (!isWithin(place, known.get(''))) known.set('', place);
  }

  function keyOf(header, value) {
    const name = String(header).toLowerCase();
    return name === 'set-cookie' || name === 'location' ? `${name} ${hash(String(value))}` : undefined;
  }

  // What a request does is known to be its own, however many run at once.
  for (const { prototype } of [http.Server, https.Server])
    wrap(
      prototype,
      'emit',
      (original) =>
        function (event, request, response) {
          if (event !== 'request' || !response) return original.apply(this, arguments);
          watchResponse();
          return current.run({ response, port: request?.socket?.remotePort }, () => original.apply(this, arguments));
        },
    );

  const { prototype } = http.ServerResponse;
  for (const name of ['setHeader', 'appendHeader'])
    wrap(
      prototype,
      name,
      (original) =>
        function (header, value) {
          remember(this, header, value);
          return original.apply(this, arguments);
        },
    );
  wrap(
    prototype,
    'writeHead',
    (original) =>
      function (status, reason, headers) {
        const given = typeof reason === 'object' && reason !== null ? reason : headers;
        if (given && !Array.isArray(given)) for (const [header, value] of Object.entries(given)) remember(this, header, value);
        else if (Array.isArray(given)) for (let i = 0; i + 1 < given.length; i += 2) remember(this, given[i], given[i + 1]);
        answered(this, Number(status));
        return original.apply(this, arguments);
      },
  );

  function remember(response, header, value) {
    const name = String(header).toLowerCase();
    if (name === 'content-type') made(name, value, response);
    if (name !== 'set-cookie' && name !== 'location') return;
    const found = seen.get(response) ?? [];
    seen.set(response, found);
    const known = earlyOf(response);
    const place = places.here();
    for (const one of [value].flat()) {
      const text = String(one);
      const cookie = name === 'location' ? undefined : text.slice(0, Math.max(0, text.indexOf('=')));
      const digest = hash(text);
      if (found.some((other) => other.header === name && other.cookie === cookie && other.hash === digest)) continue;
      const first = known.get(`${name} ${digest}`) ?? (cookie === undefined ? undefined : known.get(`cookie ${cookie}`));
      found.push({ header: name, ...(cookie === undefined ? {} : { cookie }), hash: digest, frames: first ?? place });
    }
  }

  function answered(response, status) {
    const socket = response.req?.socket ?? response.socket;
    const headers = seen.get(response) ?? [];
    const asked = response.req?.headers ?? {};
    // Of answers that nobody would look for only those to the rehearsal itself are told.
    const isOurs = asked['webhook-id'] !== undefined || String(asked['user-agent']).includes('scalekit-fix-rehearsal');
    if (status < 300 && headers.length === 0 && !isOurs) return;
    const place = places.here();
    const led = status >= 300 && status < 400 ? headers.find(({ header }) => header === 'location')?.frames : undefined;
    notes.write('answer', {
      port: socket?.remotePort,
      status,
      frames: place.length > 0 ? place : (led ?? earlyOf(response).get('') ?? []),
      headers: headers.map(({ hash: _own, ...rest }) => rest),
    });
  }

  const watchResponse = watchWebAnswers(made);

  return {
    port: () => current.getStore()?.port,
    /** A cookie that a framework is told of now and writes later. */
    cookieMade(response, name) {
      const place = response ? places.here() : [];
      if (place.length > 0) earlyOf(response).set(`cookie ${name}`, place);
    },
  };
};

/** Frameworks that answer with a Response (Hono, Next.js, SvelteKit, Remix and others). */
function watchWebAnswers(made) {
  const { Headers, Response } = globalThis;
  if (typeof Headers !== 'function' || typeof Response !== 'function') return () => {};
  for (const name of ['set', 'append'])
    wrap(
      Headers.prototype,
      name,
      (original) =>
        function (header, value) {
          if (/^(?:set-cookie|location|content-type)$/i.test(String(header))) made(header, value);
          return original.apply(this, arguments);
        },
    );
  for (const name of ['redirect', 'json'])
    wrap(
      Response,
      name,
      (original) =>
        function (first) {
          made(name === 'redirect' ? 'location' : 'body', name === 'redirect' ? first : '');
          return original.apply(this, arguments);
        },
    );
  const handler = {
    construct(target, args, newTarget) {
      for (const [header, value] of headersIn(args[1]?.headers)) made(header, value);
      made('body', '');
      return Reflect.construct(target, args, newTarget);
    },
  };
  let ours;
  // Hono's server puts a class of its own in its place.
  const watch = () => {
    if (globalThis.Response === ours || typeof globalThis.Response !== 'function') return;
    try {
      ours = new Proxy(globalThis.Response, handler);
      globalThis.Response = ours;
    } catch {
      // Frozen.
    }
  };
  watch();
  return watch;
}

/** The same call, further out. */
function isWithin(place, known) {
  if (known === undefined || known.length < place.length) return false;
  const outer = known.slice(known.length - place.length);
  return place.every(({ file, line }, index) => outer[index].file === file && outer[index].line === line);
}

function headersIn(headers) {
  if (typeof headers !== 'object' || headers === null) return [];
  if (Array.isArray(headers)) return headers.filter(Array.isArray);
  return headers instanceof Headers ? [] : Object.entries(headers);
}
