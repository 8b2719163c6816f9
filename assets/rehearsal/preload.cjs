/**
 * Loaded into the developer's app by `scalekit-fix rehearse` (NODE_OPTIONS=--require). Notes where in the project's own files a request to
 * the provider, a cookie, a redirect, a failing answer and a call of the SDK come from. Writes one JSON line each to SCALEKIT_FIX_NOTES and
 * changes nothing that the app does: every call goes through with the same `this`, arguments, result and error. Holds no secret: values are
 * told by their kind, length and a short hash.
 */
'use strict';
const notes = process.env.SCALEKIT_FIX_NOTES;
const root = process.env.SCALEKIT_FIX_ROOT;
const provider = process.env.SCALEKIT_FIX_PROVIDER;

if (notes && root && provider && !globalThis[Symbol.for('scalekit-fix.rehearsal')]) {
  Object.defineProperty(globalThis, Symbol.for('scalekit-fix.rehearsal'), { value: true });
  try {
    install();
  } catch {
    // The app comes first: what cannot be watched is not watched.
  }
}

function install() {
  const { appendFileSync, realpathSync } = require('node:fs');
  const { fileURLToPath } = require('node:url');
  const { createHash } = require('node:crypto');
  const { AsyncLocalStorage } = require('node:async_hooks');
  const path = require('node:path');
  const Module = require('node:module');
  const http = require('node:http');
  const https = require('node:https');

  const roots = [...new Set([root, real(root)])].map((folder) => (folder.endsWith(path.sep) ? folder : folder + path.sep));
  /** What the app was doing when a call began whose answer comes later: frames of the callers behind a promise. */
  const trail = new AsyncLocalStorage();
  const origin = new URL(provider).host;

  function real(folder) {
    try {
      return realpathSync(folder);
    } catch {
      return folder;
    }
  }

  /** Frames of the project's own files, innermost first; with source maps where the app runs with them. */
  function frames() {
    const limit = Error.stackTraceLimit;
    const prepare = Error.prepareStackTrace;
    let stack = '';
    try {
      Error.stackTraceLimit = 60;
      // What maps lines back to the sources (ts-node and others) hooks in here; what makes something else of a stack is gone around.
      for (const way of [prepare, undefined]) {
        const holder = {};
        Error.prepareStackTrace = way;
        Error.captureStackTrace(holder, frames);
        if (typeof holder.stack !== 'string') continue;
        stack = holder.stack;
        break;
      }
    } catch {
      // No place is told then.
    } finally {
      Error.stackTraceLimit = limit;
      Error.prepareStackTrace = prepare;
    }
    const own = [];
    for (const line of stack.split('\n')) {
      const found = /\(?((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/])[^()]*?):(\d+):(\d+)\)?\s*$/.exec(line);
      if (!found) continue;
      const file = fileOf(found[1]);
      if (file === undefined) continue;
      own.push({ file, line: Number(found[2]), column: Number(found[3]) });
      if (own.length === 12) break;
    }
    return own;
  }

  function fileOf(text) {
    let file = text.replace(/\?.*$/, '');
    if (file.startsWith('file://')) {
      try {
        file = fileURLToPath(file);
      } catch {
        return undefined;
      }
    }
    if (/[\\/]node_modules[\\/]/.test(file) || /[\\/]rehearsal[\\/]preload\.cjs$/.test(file)) return undefined;
    const inside = roots.find((folder) => file.startsWith(folder));
    if (inside === undefined) return undefined;
    const relative = file.slice(inside.length).split(path.sep).join('/');
    // Libraries that a bundler has put into one file with nothing else.
    return /(?:^|\/)\.next\/.*\/node_modules_[^/]*$/.test(relative) ? undefined : relative;
  }

  let written = 0;
  function note(kind, values) {
    if (written > 20_000) return;
    written++;
    try {
      appendFileSync(notes, `${JSON.stringify({ kind, at: Date.now(), pid: process.pid, ...values })}\n`);
    } catch {
      // Nobody reads any more.
    }
  }

  function told(value) {
    if (Buffer.isBuffer(value) || value instanceof Uint8Array) return { type: 'bytes', length: value.length, hash: hash(value) };
    if (typeof value === 'string') return { type: 'string', length: Buffer.byteLength(value), hash: hash(value) };
    if (value === null) return { type: 'null' };
    if (Array.isArray(value)) return { type: 'array' };
    return { type: typeof value };
  }

  function hash(value) {
    return createHash('sha256').update(value).digest('hex').slice(0, 16);
  }

  /** The frames here, or, where the call has lost them, those of the SDK call or the request that led to it. */
  function where() {
    const here = frames();
    if (here.length > 0) return here;
    return trail.getStore()?.frames ?? [];
  }

  // --- The app's answers -------------------------------------------------------------------------------------------------------------
  const { ServerResponse } = http;
  const seen = new WeakMap();

  function watchAnswers(prototype) {
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
  }

  function remember(response, header, value) {
    const name = String(header).toLowerCase();
    if (name !== 'set-cookie' && name !== 'location') return;
    const found = seen.get(response) ?? [];
    seen.set(response, found);
    const place = frames();
    if (name === 'location') found.push({ header: name, frames: place });
    else
      for (const cookie of [value].flat()) {
        const text = String(cookie);
        const cookieName = text.slice(0, Math.max(0, text.indexOf('=')));
        if (!found.some((other) => other.header === name && other.cookie === cookieName && other.hash === hash(text)))
          found.push({ header: name, cookie: cookieName, hash: hash(text), frames: place });
      }
  }

  function answered(response, status) {
    const socket = response.req?.socket ?? response.socket;
    const headers = seen.get(response) ?? [];
    // Of answers that nobody would look for only those to a webhook are told.
    if (status < 300 && headers.length === 0 && response.req?.headers?.['webhook-id'] === undefined) return;
    note('answer', {
      port: socket?.remotePort,
      status,
      frames: frames(),
      headers: headers.map(({ hash: _own, ...rest }) => rest),
    });
  }

  watchAnswers(ServerResponse.prototype);

  // --- Requests to the provider ------------------------------------------------------------------------------------------------------
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

  function sent(url, by) {
    if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return;
    const known = url.host === origin;
    // Elsewhere only the host is told: it shows where an app that is not aimed at the sandbox sends its requests.
    note('request', { host: url.host, path: known ? url.pathname : undefined, by, frames: known ? where() : [] });
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

  // --- The SDK -----------------------------------------------------------------------------------------------------------------------
  const watched = [
    'getAuthorizationUrl',
    'authenticateWithCode',
    'refreshAccessToken',
    'validateAccessToken',
    'validateToken',
    'getLogoutUrl',
    'verifyWebhookPayload',
    'getIdpInitiatedLoginClaims',
  ];
  const load = Module._load;
  Module._load = function (request) {
    const exports = load.apply(this, arguments);
    if (typeof request === 'string' && request.includes('@scalekit-sdk')) watchSdk(exports);
    return exports;
  };

  function watchSdk(exports) {
    try {
      for (const value of [exports, exports?.default, exports?.Scalekit, exports?.ScalekitClient]) {
        const prototype = typeof value === 'function' ? value.prototype : undefined;
        if (!prototype || typeof prototype.authenticateWithCode !== 'function') continue;
        for (const name of watched)
          if (typeof prototype[name] === 'function') wrap(prototype, name, (original) => watchCall(name, original));
      }
    } catch {
      // A package of that name with another shape.
    }
  }

  function watchCall(name, original) {
    return function () {
      const place = frames();
      const about = { method: name, frames: place, args: [...arguments].slice(0, 3).map(told) };
      let result;
      try {
        result = trail.run({ frames: place }, () => original.apply(this, arguments));
      } catch (error) {
        note('sdk', { ...about, outcome: 'threw', error: kindOf(error) });
        throw error;
      }
      if (result && typeof result.then === 'function') {
        // What is handed on is the promise that follows: a listener beside it would hide a rejection that the app leaves unhandled.
        return result.then(
          (value) => {
            note('sdk', { ...about, outcome: value === false ? 'false' : 'ok' });
            return value;
          },
          (error) => {
            note('sdk', { ...about, outcome: 'rejected', error: kindOf(error) });
            throw error;
          },
        );
      }
      note('sdk', { ...about, outcome: result === false ? 'false' : 'ok' });
      return result;
    };
  }

  function kindOf(error) {
    if (!(error instanceof Error)) return { name: typeof error };
    return { name: error.name, message: String(error.message).slice(0, 200) };
  }

  /** In place, once; what is frozen stays as it is. */
  function wrap(holder, name, make) {
    const original = holder[name];
    if (typeof original !== 'function' || original[Symbol.for('scalekit-fix.wrapped')]) return;
    const wrapper = make(original);
    Object.defineProperty(wrapper, 'name', { value: original.name, configurable: true });
    Object.defineProperty(wrapper, 'length', { value: original.length, configurable: true });
    Object.defineProperty(wrapper, Symbol.for('scalekit-fix.wrapped'), { value: true });
    for (const key of Reflect.ownKeys(original))
      if (!(key in wrapper)) Object.defineProperty(wrapper, key, Object.getOwnPropertyDescriptor(original, key));
    try {
      holder[name] = wrapper;
    } catch {
      // Frozen.
    }
  }

  // --- Crashes -----------------------------------------------------------------------------------------------------------------------
  process.on('uncaughtExceptionMonitor', (error) => note('crash', { error: kindOf(error), frames: framesOf(error) }));

  function framesOf(error) {
    const own = [];
    for (const line of String(error?.stack ?? '').split('\n')) {
      const found = /\(?((?:file:\/\/)?\/[^()]*?):(\d+):(\d+)\)?\s*$/.exec(line);
      const file = found && fileOf(found[1]);
      if (found && file) own.push({ file, line: Number(found[2]), column: Number(found[3]) });
    }
    return own.slice(0, 8);
  }
}
