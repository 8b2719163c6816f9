/**
 * Loaded into the developer's app by `scalekit-fix rehearse` (NODE_OPTIONS=--require). Notes where in the project's own files a request to
 * the provider, a cookie, a redirect, a failing answer and a call of the SDK come from. Writes one JSON line each to SCALEKIT_FIX_NOTES and
 * changes nothing that the app does but to keep the settings of the run, and to keep the app from the real environment: every call goes through with the same `this`, arguments, result and error. Holds no secret: values are
 * told by their kind, length and a short hash.
 */
'use strict';
const {
  SCALEKIT_FIX_NOTES: file,
  SCALEKIT_FIX_ROOT: root,
  SCALEKIT_FIX_PROVIDER: provider,
  SCALEKIT_FIX_SETTINGS: kept,
  SCALEKIT_FIX_REAL: real,
} = process.env;

if (file && root && provider && !globalThis[Symbol.for('scalekit-fix.rehearsal')]) {
  Object.defineProperty(globalThis, Symbol.for('scalekit-fix.rehearsal'), { value: true });
  try {
    if (kept) require('./node/settings.cjs').keepSettings(kept);
    const { placesIn } = require('./node/places.cjs');
    const { notesTo } = require('./node/notes.cjs');
    const { watchAnswers } = require('./node/answers.cjs');
    const { watchRequests } = require('./node/requests.cjs');
    const { blockReal, isRealBy } = require('./node/blocked.cjs');
    const { watchModules } = require('./node/modules.cjs');
    const places = placesIn(root);
    const notes = notesTo(file);
    const answers = watchAnswers(places, notes);
    const sdk = watchModules(places, notes, answers);
    const isReal = isRealBy(real);
    blockReal(places, notes, sdk, isReal);
    watchRequests(places, notes, answers, sdk, provider, isReal);
    process.on('uncaughtExceptionMonitor', (error) =>
      notes.write('crash', { error: notes.kindOf(error), frames: places.inStack(error) }),
    );
  } catch {
    // The app comes first: what cannot be watched is not watched.
  }
}
