/**
 * Keeps the app from the real environment: a connection there is refused before a byte has left, as if nobody listened. The one thing that
 * is not let through; everything else goes as it would.
 */
'use strict';
const dns = require('node:dns');
const net = require('node:net');
const { wrap } = require('./wrap.cjs');

const OF_SCALEKIT = /^(?!(?:docs|www|status)\.).+\.scalekit\.(?:com|dev|cloud)$/i;
const LOOK_UPS = ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny'];

exports.isRealBy = (list) => {
  const hosts = new Set((list ?? '').split(',').filter(Boolean));
  return (host) => typeof host === 'string' && (hosts.has(host.toLowerCase()) || OF_SCALEKIT.test(host));
};

exports.blockReal = (places, notes, sdk, isReal) => {
  function refuse(host, port, syscall, code) {
    const here = places.here();
    notes.write('blocked', { host, frames: here.length > 0 ? here : sdk.place() });
    const error = new Error(`${syscall} ${code} ${host}: the rehearsal lets nothing through to the real environment`);
    return Object.assign(error, { code, errno: -111, syscall, address: host, hostname: host, port });
  }

  wrap(
    net.Socket.prototype,
    'connect',
    (original) =>
      function (...args) {
        const given = givenTo(args);
        const host = nameOf(given);
        if (!isReal(host)) return original.apply(this, args);
        const refused = refuse(host, given.port, 'connect', 'ECONNREFUSED');
        this.prependOnceListener('error', (error) => {
          Object.assign(error, { message: refused.message, code: refused.code, address: host, port: given.port });
        });
        // Nobody can listen on this port: the system itself refuses, in the way that every client knows.
        return original.call(this, { ...given, host: '127.0.0.1', port: 0, path: undefined, lookup: undefined });
      },
  );
  // What looks the name up by itself connects to a number.
  for (const name of LOOK_UPS) {
    wrap(
      dns,
      name,
      (original) =>
        function (host, ...rest) {
          const callback = rest.at(-1);
          if (!isReal(host) || typeof callback !== 'function') return original.call(this, host, ...rest);
          const error = refuse(host, undefined, 'getaddrinfo', 'ENOTFOUND');
          process.nextTick(() => callback(error));
        },
    );
    wrap(
      dns.promises,
      name,
      (original) =>
        async function (host, ...rest) {
          if (isReal(host)) throw refuse(host, undefined, 'getaddrinfo', 'ENOTFOUND');
          return original.call(this, host, ...rest);
        },
    );
  }
};

/** `connect(options)`, `connect(port, host)`, or what node:net has made of either. */
function givenTo(args) {
  const [first] = args;
  const given = Array.isArray(first) ? first[0] : first;
  if (given !== null && typeof given === 'object') return given;
  return { port: first, host: typeof args[1] === 'string' ? args[1] : undefined };
}

/** What looks names up by itself connects to a number, and still says the name for TLS. */
function nameOf(given) {
  const names = [given.servername, given.host, given.hostname];
  return names.find((one) => typeof one === 'string' && one !== '' && net.isIP(one) === 0);
}
