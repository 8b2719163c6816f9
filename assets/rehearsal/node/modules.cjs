/** Packages that are watched as they are loaded: the SDK, and frameworks that write cookies down later than they are told of them. */
'use strict';
const { AsyncLocalStorage } = require('node:async_hooks');
const Module = require('node:module');
const { wrap } = require('./wrap.cjs');

const METHODS = [
  'getAuthorizationUrl',
  'authenticateWithCode',
  'refreshAccessToken',
  'validateAccessToken',
  'validateToken',
  'getLogoutUrl',
  'verifyWebhookPayload',
  'getIdpInitiatedLoginClaims',
];

/** On the same line, so that no line moves. */
function telling(content) {
  if (!content.includes('authenticateWithCode') || !/\bclass ScalekitClient\s*\{/.test(content)) return content;
  return content.replace(/\bclass ScalekitClient\s*\{/, (start) => `${start}static{globalThis.__scalekitFixMade?.(this)}`);
}

exports.watchModules = (places, notes, answers) => {
  /** What the app was doing when a call began whose answer comes later: frames of the callers behind a promise. */
  const trail = new AsyncLocalStorage();
  const load = Module._load;
  Module._load = function (request, parent) {
    const exports = load.apply(this, arguments);
    try {
      if (typeof request === 'string' && request.includes('@scalekit-sdk')) watchSdk(exports);
      // Fastify's plugins hang methods on its reply; the cookie plugin's are told of cookies long before they are sent.
      if (request === './lib/decorate' && /[\\/]fastify[\\/]fastify\.js$/.test(parent?.filename ?? '')) watchDecorators(exports);
    } catch {
      // A package of that name with another shape.
    }
    return exports;
  };

  // A bundler has put the SDK into a file of its own, with no name to know it by: its class tells of itself once it is made.
  const compile = Module.prototype._compile;
  globalThis.__scalekitFixMade = (made) => {
    try {
      watchSdk(made);
    } catch {
      // Another class of that name.
    }
  };
  Module.prototype._compile = function (content, filename, ...rest) {
    return compile.call(this, typeof content === 'string' ? telling(content) : content, filename, ...rest);
  };

  function watchSdk(exports) {
    for (const value of [exports, exports?.default, exports?.Scalekit, exports?.ScalekitClient]) {
      const prototype = typeof value === 'function' ? value.prototype : undefined;
      if (!prototype || typeof prototype.authenticateWithCode !== 'function') continue;
      for (const name of METHODS)
        if (typeof prototype[name] === 'function') wrap(prototype, name, (original) => watchCall(name, original));
    }
  }

  function watchCall(name, original) {
    return function () {
      const place = places.here();
      const about = { method: name, port: answers.port(), frames: place, args: [...arguments].slice(0, 3).map(notes.told) };
      let result;
      try {
        result = trail.run({ frames: place }, () => original.apply(this, arguments));
      } catch (error) {
        notes.write('sdk', { ...about, outcome: 'threw', error: notes.kindOf(error) });
        throw error;
      }
      if (result && typeof result.then === 'function') {
        // What is handed on is the promise that follows: a listener beside it would hide a rejection that the app leaves unhandled.
        return result.then(
          (value) => {
            notes.write('sdk', { ...about, outcome: value === false ? 'false' : 'ok' });
            return value;
          },
          (error) => {
            notes.write('sdk', { ...about, outcome: 'rejected', error: notes.kindOf(error) });
            throw error;
          },
        );
      }
      notes.write('sdk', { ...about, outcome: result === false ? 'false' : 'ok' });
      return result;
    };
  }

  function watchDecorators(exports) {
    wrap(
      exports,
      'decorateReply',
      (original) =>
        function (name, value, ...rest) {
          const isCookie = /^(?:set|clear)?cookie$/i.test(String(name)) && typeof value === 'function';
          return original.call(this, name, isCookie ? told(value) : value, ...rest);
        },
    );
  }

  function told(method) {
    const holder = { method };
    wrap(
      holder,
      'method',
      (original) =>
        function (name) {
          answers.cookieMade(this?.raw, name);
          return original.apply(this, arguments);
        },
    );
    return holder.method;
  }

  return { place: () => trail.getStore()?.frames ?? [] };
};
