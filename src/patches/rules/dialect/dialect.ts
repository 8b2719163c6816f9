/** How a handler reads its request and answers, in the words of its framework and with the names it already has. Types only. */
import type { CodeModule, Handler } from '../../../project/code/types.ts';
import type { Bench } from '../bench.ts';

/** An expression of one parameter, header or cookie. */
export interface Reading {
  readonly code: string;
  /** Its type is a string, or nothing; Express also has lists and objects there. */
  readonly isText: boolean;
}

export interface CookieWay {
  /** Undefined where the framework's own way of reading is not set up in this project. */
  readonly read: (name: string) => string | undefined;
  /** Statements that set a cookie for the few minutes of a login. `value` is code. */
  readonly set: (name: string, value: string) => readonly string[] | undefined;
  /** Statements that take it back; none where that would get in the way of cookies that are set later. */
  readonly clear: (name: string) => readonly string[];
}

export interface Dialect {
  readonly bench: Bench;
  /** `before`: the offset of the code that will read it. Variables that are declared by then are used. */
  readonly query: (name: string, before: number) => Reading | undefined;
  /** Statements that answer with the status and a JSON object, given as code, and end the handler. */
  readonly refuse: (status: 400 | 401, object: string) => readonly string[] | undefined;
  /** Statements that send the browser to a URL, given as code, and end the handler. */
  readonly redirect: (url: string) => readonly string[] | undefined;
  readonly cookies: CookieWay;
  /** Where a session of the app would be: `req.session`. */
  readonly session?: string;
  /** This handler keeps things in it. */
  readonly keepsSession?: boolean;
}

export interface DialectInput {
  readonly handler: Handler;
  readonly bench: Bench;
  /** All modules of the project: what is set up elsewhere (cookie parsers) shows there. */
  readonly modules: readonly CodeModule[];
}

/** How long a login may take. */
export const LOGIN_MINUTES = 10;
