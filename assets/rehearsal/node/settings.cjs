/** The settings of this run stay what they are: put back where a script or a loader of env files has replaced them by what a file says. */
'use strict';
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { wrap } = require('./wrap.cjs');

exports.keepSettings = (file) => {
  const settings = Object.entries(JSON.parse(readFileSync(file, 'utf8')));
  const putBack = (holder) => {
    for (const [name, value] of settings) if (typeof holder[name] === 'string' && holder[name] !== value) holder[name] = value;
  };
  // env-cmd, dotenv-cli -o and lines of a shell have replaced them before the app begins.
  putBack(process.env);
  const load = Module._load;
  Module._load = function (request, parent) {
    const exports = load.apply(this, arguments);
    try {
      if (isLoader(request, parent)) keep(exports);
    } catch {
      // A package of that name with another shape.
    }
    return exports;
  };

  function isLoader(request, parent) {
    if (typeof request !== 'string') return false;
    if (/^dotenv(?:-(?:flow|defaults|safe|extended|override))?$|[\\/]dotenv[\\/]lib[\\/]main\.js$/.test(request)) return true;
    return request === './lib/main' && /[\\/]dotenv[\\/]config\.js$/.test(parent?.filename ?? '');
  }

  /** Of what these give back, and of the environment that they fill. */
  function keep(exports) {
    if (typeof exports?.config !== 'function') return;
    for (const name of ['config', 'configDotenv', 'populate', 'load'])
      if (typeof exports[name] === 'function')
        wrap(
          exports,
          name,
          (original) =>
            function () {
              const result = original.apply(this, arguments);
              putBack(process.env);
              if (result && typeof result.parsed === 'object' && result.parsed) putBack(result.parsed);
              return result;
            },
        );
  }
};
