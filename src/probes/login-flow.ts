/** The app's own part in a login: where it starts one, where it is called back, where it signs people out. Derived from the code. */
import type { Location } from '../diagnosis/evidence.ts';
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { isCalled, liveCalls } from '../project/code/function-uses.ts';
import { runsIn } from '../project/code/handlers.ts';
import { pathsIn } from '../project/code/paths/door.ts';
import { parameterOfCallback } from '../project/code/paths/sought.ts';
import { type UnreadCall, unreadCall } from '../project/code/paths/unread.ts';
import { isOfRequest, isRead, readsOf } from '../project/code/query-reads.ts';
import { type Guessable, guessable, isRandom, writtenBefore } from '../project/code/randomness.ts';
import type { CodeAnalysis, Handler, SdkCall } from '../project/code/types.ts';
import { isUsed } from '../project/code/value-use.ts';
import { descendants, field, functionTypes } from '../project/syntax/nodes.ts';
import { code } from './code.ts';
import { probe } from './tools.ts';

/** A call of getAuthorizationUrl, or the parameters of an authorize request that is written by hand. */
export interface LoginStart {
  readonly call: SdkCall;
  readonly location: Location;
  /** `unknown`: the options cannot be followed. */
  readonly state: 'sent' | 'none' | 'unknown';
  /** Why the state is no secret; undefined where it is one, or that cannot be told. */
  readonly guessable: Guessable | undefined;
  /** It was followed to something random. */
  readonly isRandom: boolean;
  /** Where the value of the state is made. */
  readonly madeAt: Location | undefined;
}

/** An exchange of the code with the handler that runs it. */
export interface LoginCallback {
  readonly call: SdkCall;
  readonly handler: Handler;
  readonly error: ParameterUse;
  readonly state: ParameterUse;
}

/** What the code behind the door of a callback does with a parameter. */
export interface ParameterUse {
  readonly isRead: boolean;
  /** Something is done with it: more than asking whether it is there. */
  readonly isUsed: boolean;
  /** A member of that name is read, and whether it is the request's was not seen: where. */
  readonly unsure: readonly UnreadCall[];
  /** Something like a comparison with it is written. */
  readonly isCompared: boolean;
  /** Calls that were not followed and may read it. */
  readonly unread: readonly UnreadCall[];
}

export interface LoginFlow {
  readonly starts: readonly LoginStart[];
  /** Those that a browser is sent to: one that is posted to gets the code from a page of the app. */
  readonly callbacks: readonly LoginCallback[];
  /** Handlers whose path says that they sign people out. */
  readonly logouts: readonly LogoutHandler[];
  /** Calls of getLogoutUrl that something runs: a helper that nothing calls logs nobody out. */
  readonly logoutCalls: readonly SdkCall[];
  /** Somewhere in the code stands Scalekit's logout endpoint, or a call that means it under another name. */
  readonly namesLogoutEndpoint: boolean;
}

export interface LogoutHandler {
  readonly path: string;
  readonly location: Location;
  /** It ends the app's own session: a cookie is cleared, a session is destroyed. */
  readonly endsOwnSession: boolean;
  /** Undefined for a function that no route was found for. */
  readonly handler: Handler | undefined;
}

const logoutPath = /(?:^|\/)(?:log-?_?out|sign-?_?out)(?:\/|$)/i;
const logoutName = /^(?:handle)?(?:log|sign)_?out(?:User|Action|Session)?$/i;
const endsSession =
  /\.(?:clearCookie|destroy|deleteCookie|delete|remove|clear|unsign|regenerate)\s*\(|\bdeleteCookie\s*\(|req(?:uest)?\.session\s*=\s*null|Max-Age=0|maxAge:\s*0/;

export const loginFlow = probe({
  id: 'login-flow',
  title: 'Login, callback and logout of the app',
  reach: 'derived',
  needs: { code },
  observe: ({ code }): Outcome<LoginFlow> => {
    const flow: LoginFlow = {
      starts: liveCalls(code, 'getAuthorizationUrl').map((call) => startOf(call, code)),
      callbacks: code.calls.filter(({ method }) => method === 'authenticateWithCode').flatMap((call) => callbackOf(call, code)),
      logouts: logoutsOf(code),
      logoutCalls: code.calls.filter((call) => call.method === 'getLogoutUrl' && isCalled(call, code)),
      namesLogoutEndpoint:
        code.modules.some(({ file }) => /\/oidc\/logout|end_session_endpoint/.test(file.text)) ||
        code.clientUses.some((use) => /(?:log|sign)_?out|end_?session/i.test(use.path.at(-1) ?? '') && isCalled(use, code)),
    };
    if (flow.starts.length + flow.callbacks.length === 0) return skipped('The code starts no login that could be followed.');
    return ok(
      flow,
      ...flow.starts.map(({ location }) => ({ label: 'Starts a login', location })),
      ...flow.callbacks.map(({ call }) => ({ label: 'Is called back', location: call.at.location })),
      ...flow.logouts.map(({ location, path }) => ({ label: 'Signs out', actual: path, location })),
    );
  },
});

function startOf(call: SdkCall, { modules }: CodeAnalysis): LoginStart {
  const [, options] = call.args;
  const value = options?.kind === 'object' ? options.properties.get('state') : undefined;
  // The value's place is where it is made, behind names, helpers and parameters.
  const module = modules.find(({ file }) => file === value?.at.file);
  const node = value && module ? module.root.descendantForIndex(value.at.start, value.at.end) : undefined;
  const made = node?.type === 'member_expression' ? writtenBefore(node) : undefined;
  return {
    call,
    location: call.at.location,
    madeAt: made && value ? value.at.file.locationAt(made.startIndex) : value?.at.location,
    state: stateOf(call),
    guessable: value?.kind === 'string' ? 'constant' : node && value?.kind !== 'env' ? guessable(node) : undefined,
    isRandom: node ? isRandom(node) : false,
  };
}

function stateOf(call: SdkCall): LoginStart['state'] {
  const [uri, options] = call.args;
  if (!uri) return 'unknown';
  if (!call.argNodes[1] || options?.kind === 'undefined') return 'none';
  if (options?.kind !== 'object') return 'unknown';
  const state = options.properties.get('state');
  if (state) return state.kind === 'undefined' ? 'none' : 'sent';
  return options.complete && !isWrittenLater(call) ? 'none' : 'unknown';
}

/** `options.state = …` after the object was made. */
function isWrittenLater({ argNodes, module }: SdkCall): boolean {
  const [, node] = argNodes;
  if (node?.type !== 'identifier') return false;
  return new RegExp(`\\b${node.text}\\s*(?:\\.\\s*state|\\[\\s*['"]state['"]\\s*\\])\\s*=`).test(module.file.text);
}

function callbackOf(call: SdkCall, code: CodeAnalysis): LoginCallback[] {
  const handler = code.handlers.find((candidate) => runsIn(candidate, call.node, call.module));
  if (!handler || handler.method === 'post') return [];
  const error = parameterUse(handler, code, ['error', 'error_description'], /(?!)/);
  const state = parameterUse(handler, code, ['state'], /state|csrf|nonce/i);
  return [{ call, handler, error, state }];
}

function parameterUse(handler: Handler, code: CodeAnalysis, names: readonly string[], meant: RegExp): ParameterUse {
  const { sure, perhaps, unread } = pathsIn(code).to(handler, parameterOfCallback(new RegExp(`^(?:${names.join('|')})$`), meant));
  const wanted = new Set(names);
  const parts = [...handler.reached, ...handler.before, ...sure];
  const reads = sure.flatMap(({ node, module, carries }) =>
    [...readsOf(node, wanted)].map((read) => ({
      isSure: isOfRequest(read, carries),
      read: { name: read.parent?.text.split('\n')[0]?.slice(0, 60) ?? '', location: module.file.locationAt(read.startIndex) },
    })),
  );
  const elsewhere = perhaps.filter((part) => isRead([part], wanted));
  return {
    isRead: isRead(parts, wanted),
    unsure: reads.some(({ isSure }) => isSure) ? [] : reads.map(({ read }) => read),
    isCompared: parts.some(({ node }) => compares(node.text, names)),
    isUsed: parts.some(({ node }) => [...readsOf(node, wanted)].some((read) => isUsed(read))),
    unread: [
      ...unread.map(unreadCall),
      ...elsewhere.map(({ node, module }) => ({ name: '', location: module.file.locationAt(node.startIndex) })),
    ],
  };
}

function compares(text: string, names: readonly string[]): boolean {
  const name = `\\b(?:${names.join('|')})\\b`;
  return new RegExp(
    `${name}[^;\\n]{0,80}[!=]==?|[!=]==?[^;\\n]{0,80}${name}|timingSafeEqual|[sS]afeEqual|safeCompare|\\.equals\\(|\\.(?:has|get|delete|take|consume)\\([^)]{0,40}${name}|\\[[^\\]]{0,40}${name}\\]`,
  ).test(text);
}

/** Handlers by their path; where there are none, functions by their name, as server actions are. */
function logoutsOf({ handlers, modules }: CodeAnalysis): LogoutHandler[] {
  const byPath = handlers
    .filter(({ path }) => logoutPath.test(path))
    .map((handler) => ({
      path: handler.path,
      location: handler.at.location,
      endsOwnSession: handler.reached.some(({ node }) => endsSession.test(node.text)),
      handler,
    }));
  if (byPath.length > 0) return byPath;
  return modules.flatMap(({ root, file }) =>
    [...descendants(root, functionTypes)].flatMap((node): LogoutHandler[] => {
      const name = field(node, 'name') ?? (node.parent ? field(node.parent, 'name') : undefined);
      if (!name || !logoutName.test(name.text) || !endsSession.test(node.text) || isBrowserCode(file.text)) return [];
      const handler = handlers.find((candidate) => candidate.module.file === file && candidate.node.id === node.id);
      return [{ path: `${name.text}()`, location: file.locationAt(name.startIndex), endsOwnSession: true, handler }];
    }),
  );
}

function isBrowserCode(text: string): boolean {
  return /^\s*(['"])use client\1|\b(?:localStorage|sessionStorage|document\.cookie|window\.)/m.test(text);
}
