/** What is known of the user's JavaScript and TypeScript, as values that carry their places. Types only. */
import type { Location } from '../../diagnosis/evidence.ts';
import type { SourceFile } from '../source-file.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { CookieWrite } from './cookies.ts';
import type { WrongEndpoint } from './endpoint-paths.ts';

/** A stretch of a file, in UTF-16 units. */
export interface Place {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly location: Location;
}

/** What an expression comes to at run time, as far as the files tell. `at` is where the value itself is written, not where it is used. */
export type Value =
  | { readonly kind: 'string'; readonly text: string; readonly at: Place }
  /** A variable of the process environment; `fallback` after `??` or `||`, or the default of a destructuring. */
  | { readonly kind: 'env'; readonly name: string; readonly fallback: Value | undefined; readonly at: Place }
  /** `isUrl`: a base and a path that is resolved against it, as `new URL(path, base)` does. */
  | { readonly kind: 'concat'; readonly parts: readonly Value[]; readonly isUrl?: true; readonly at: Place }
  | { readonly kind: 'array'; readonly items: readonly Value[]; readonly complete: boolean; readonly at: Place }
  /** `complete` is false where something is spread in that cannot be followed. */
  | { readonly kind: 'object'; readonly properties: ReadonlyMap<string, Value>; readonly complete: boolean; readonly at: Place }
  | { readonly kind: 'client'; readonly at: Place }
  | { readonly kind: 'undefined'; readonly at: Place }
  | { readonly kind: 'unknown'; readonly why: string; readonly at: Place };

export interface ClientConstruction {
  readonly at: Place;
  readonly environmentUrl: Value | undefined;
  readonly clientId: Value | undefined;
  readonly clientSecret: Value | undefined;
  /** It runs when its module is loaded, not when a function is called. */
  readonly atModuleLevel: boolean;
}

/** What becomes of a call's result. */
export interface ResultUse {
  /** Fields that are read, by name. */
  readonly fields: readonly string[];
  /** It is handed on as a whole, or in a way that cannot be followed: then any field may be used. */
  readonly escapes: boolean;
}

export interface SdkCall {
  readonly method: string;
  readonly at: Place;
  readonly node: SyntaxNode;
  readonly module: CodeModule;
  readonly args: readonly Value[];
  readonly argNodes: readonly SyntaxNode[];
  readonly awaited: boolean;
  readonly result: ResultUse;
  /** The app writes the request itself: the arguments are its parameters under the SDK's names. */
  readonly byHand?: HandRequest;
}

/** An OAuth request without the SDK. */
export interface HandRequest {
  readonly step: 'authorize' | 'exchange' | 'refresh';
  /** How its parameters are written: in an object literal, by calls of `set` or `append`, in the text of a URL or body. */
  readonly kind: 'object' | 'setters' | 'text';
  /** The literal, the first of the calls, the whole text. */
  readonly holder: SyntaxNode;
  readonly setters: readonly SyntaxNode[];
  /** The expressions of the parameters, by the protocol's names. What is written into a text as it is has none. */
  readonly nodes: ReadonlyMap<string, SyntaxNode>;
  /** By the protocol's names. */
  readonly values: ReadonlyMap<string, Value>;
  /** Where the endpoint's address is written in the same function. */
  readonly url: SyntaxNode | undefined;
}

/** A call on what is surely the client, known to the SDK or not. */
export interface ClientUse {
  /** Names behind the client: `['organization', 'listOrganization']`. */
  readonly path: readonly string[];
  /** The first name stands elsewhere: `const { organization } = scalekit`. A patch that names another service cannot be written here. */
  readonly isShort: boolean;
  /** Where the names are written, but for those that stand elsewhere. */
  readonly nameNodes: readonly SyntaxNode[];
  readonly at: Place;
  readonly node: SyntaxNode;
  readonly module: CodeModule;
  readonly args: readonly Value[];
  readonly argNodes: readonly SyntaxNode[];
}

/** What a library for OpenID Connect is given. */
export interface OidcConfiguration {
  readonly at: Place;
  readonly issuer: Value;
  readonly clientId: Value;
  readonly clientSecret: Value | undefined;
  readonly redirectUri: Value | undefined;
  readonly scope: Value | undefined;
}

export type RedirectStep = 'authorize' | 'exchange';
export interface RedirectUriArgument {
  readonly step: RedirectStep;
  /** The call, or the object literal of a hand-written request. */
  readonly at: Place;
  readonly value: Value;
}

export interface TokenValidation {
  readonly by: 'validateAccessToken' | 'validateToken' | 'jwtVerify' | 'verify';
  /** The token as written: `req.cookies.accessToken`. */
  readonly token: string;
  /** The same function got tokens from Scalekit a moment before: this one cannot have expired yet. */
  readonly isFresh: boolean;
  readonly at: Place;
  readonly issuer: Value | undefined;
  readonly audience: Value | undefined;
  readonly node: SyntaxNode;
  readonly module: CodeModule;
}

export interface Route {
  /** Lower case: `get`, `post`, `all`, `use`, `any`. */
  readonly method: string;
  readonly path: string;
  readonly at: Place;
}

export type Framework =
  | 'express'
  | 'fastify'
  | 'koa'
  | 'hono'
  | 'next-app'
  | 'next-pages'
  | 'nest'
  | 'node'
  | 'sveltekit'
  /** React Router, too. */
  | 'remix'
  /** Nitro and h3 alone, too. */
  | 'nuxt'
  | 'astro'
  | 'other';

/** Something that runs before a handler: `express.json()`, `requireLogin`, a guard. */
export interface Middleware {
  /** As written, without its arguments: `express.json`; '' for an inline function. */
  readonly name: string;
  readonly node: SyntaxNode;
  readonly module: CodeModule;
}

/** One piece of code with the module it stands in. */
export interface CodePart {
  readonly node: SyntaxNode;
  readonly module: CodeModule;
}

/** Code that a handler runs. */
export interface ReachedPart extends CodePart {
  /** The call in the handler's own code that leads here; undefined for that code itself. */
  readonly via?: SyntaxNode;
  /** That very call runs this function, no other one in between. */
  readonly isDirect?: boolean;
}

/** The function that answers a route. */
export interface Handler {
  /** Lower case: `get`, `post`, `all`, `any`. */
  readonly method: string;
  /** With the prefixes of the routers that it is mounted on. */
  readonly path: string;
  /** Where the route is registered. */
  readonly at: Place;
  readonly framework: Framework;
  /** In the order in which it runs. */
  readonly before: readonly Middleware[];
  /** Calls that the handler is wrapped in: `withErrors(handler)`. */
  readonly wrappers: readonly CodePart[];
  /** Fastify's route options, the `config` that a Next.js API route exports. */
  readonly options: SyntaxNode | undefined;
  /** The function itself; of a plain server the branch that answers. */
  readonly node: SyntaxNode;
  readonly module: CodeModule;
  /** The handler's own code first, then the project's functions that it calls, in turn. */
  readonly reached: readonly ReachedPart[];
}

export interface EnvRead {
  readonly name: string;
  readonly at: Place;
  readonly atModuleLevel: boolean;
}

/** Variables that the code itself sets: `process.env.X ??= …`. */
export interface EnvWrites {
  readonly names: readonly string[];
  /** `Object.assign(process.env, …)`: any may be set. */
  readonly any: boolean;
}

export interface EnvLoad {
  readonly at: Place;
  /** `import`: runs in the order of the imports; `statement`: runs after all imports of an ES module. */
  readonly kind: 'import' | 'statement';
  readonly how: string;
  /** The file that it names; `other` where it names one that cannot be told. */
  readonly file: string | 'other' | undefined;
}

export interface CodeModule {
  readonly file: SourceFile;
  readonly root: SyntaxNode;
  readonly isEsm: boolean;
  readonly imports: ReadonlyMap<string, ImportedName>;
  /** Modules it loads, in order, resolved where they are the project's own. */
  readonly loads: readonly ModuleLoad[];
  /** Exported names; `default` and `*` (a whole `module.exports`) among them. */
  readonly exports: ReadonlyMap<string, ExportedName>;
  /** `export * from`. */
  readonly reExports: readonly string[];
}

export interface ModuleLoad {
  readonly specifier: string;
  /** Path of the module in the project, undefined for packages. */
  readonly path: string | undefined;
  readonly offset: number;
  readonly kind: 'import' | 'require';
}

export interface ImportedName {
  readonly specifier: string;
  readonly path: string | undefined;
  /** `default`, `*` for the namespace or the whole of a require, or the exported name. */
  readonly name: string;
}

export type ExportedName =
  | { readonly kind: 'node'; readonly node: SyntaxNode }
  | { readonly kind: 'local'; readonly name: string }
  | { readonly kind: 'from'; readonly path: string | undefined; readonly specifier: string; readonly name: string };

export interface CodeAnalysis {
  readonly modules: readonly CodeModule[];
  /** Modules that a start command runs and what they load; undefined where that cannot be told. */
  readonly reached: ReadonlySet<string> | undefined;
  readonly concernsScalekit: boolean;
  readonly clients: readonly ClientConstruction[];
  /** Calls of the SDK, and the requests by hand that stand for them. */
  readonly calls: readonly SdkCall[];
  /** Addresses by hand with a path that Scalekit does not have. */
  readonly wrongEndpoints: readonly WrongEndpoint[];
  /** What requests by hand send as `client_secret`. */
  readonly secretsByHand: readonly Value[];
  /** Every call on the client itself, also those that the SDK does not have. */
  readonly clientUses: readonly ClientUse[];
  readonly redirectUris: readonly RedirectUriArgument[];
  /** Of any provider. */
  readonly oidcConfigurations: readonly OidcConfiguration[];
  readonly validations: readonly TokenValidation[];
  /** Reads of a field `refreshToken` or `refresh_token` of a result or a session. */
  readonly refreshTokenReads: readonly Place[];
  readonly routes: readonly Route[];
  readonly handlers: readonly Handler[];
  readonly cookies: readonly CookieWrite[];
  readonly envReads: readonly EnvRead[];
  readonly envWrites: EnvWrites;
  readonly envLoads: ReadonlyMap<string, readonly EnvLoad[]>;
  /** Files that were left out or hold syntax errors, each with a sentence. */
  readonly notes: readonly string[];
}
