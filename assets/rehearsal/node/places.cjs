/** Places in the project's own files, innermost first; with source maps where the app runs with them. */
'use strict';
const { realpathSync } = require('node:fs');
const path = require('node:path');
const { fileURLToPath } = require('node:url');

const LINE = /\(?((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/])[^()]*?):(\d+):(\d+)\)?\s*$/;
const MOST_FRAMES = 12;

exports.placesIn = (root) => {
  const roots = [...new Set([root, real(root)])].map((folder) => (folder.endsWith(path.sep) ? folder : folder + path.sep));

  /** Of what is running now. */
  function here() {
    const limit = Error.stackTraceLimit;
    const prepare = Error.prepareStackTrace;
    let stack = '';
    try {
      Error.stackTraceLimit = 60;
      // What maps lines back to the sources (ts-node and others) hooks in here; what makes something else of a stack is gone around.
      for (const way of [prepare, undefined]) {
        const holder = {};
        Error.prepareStackTrace = way;
        Error.captureStackTrace(holder, here);
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
    return framesIn(stack);
  }

  function framesIn(stack) {
    const own = [];
    for (const line of stack.split('\n')) {
      const found = LINE.exec(line);
      const file = found && fileOf(found[1]);
      if (!found || file === undefined) continue;
      own.push({ file, line: Number(found[2]), column: Number(found[3]) });
      if (own.length === MOST_FRAMES) break;
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
    if (/[\\/]node_modules[\\/]/.test(file) || file.startsWith(path.dirname(__dirname) + path.sep)) return undefined;
    const inside = roots.find((folder) => file.startsWith(folder));
    if (inside === undefined) return undefined;
    const relative = file.slice(inside.length).split(path.sep).join('/');
    // Libraries that a bundler has put into one file with nothing else.
    return /(?:^|\/)\.next\/.*\/node_modules_[^/]*$/.test(relative) ? undefined : relative;
  }

  return { here, inStack: (error) => framesIn(String(error?.stack ?? '')) };
};

function real(folder) {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
