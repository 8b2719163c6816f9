/** What is known of the project before the app is started. Plain data: whoever reads the folder fills it in. */
import type { Location } from '../../diagnosis/evidence.ts';
import type { TrustNeed } from './trust.ts';

/** A setting that the app takes from a variable. */
export type VariableUse =
  | 'environment-url'
  | 'client-id'
  | 'client-secret'
  | 'redirect-uri'
  | 'webhook-secret'
  | 'organization-id'
  | 'connection-id'
  | 'directory-id';

export interface StartChoice {
  /** Folder relative to the project; '' is the project itself. */
  readonly folder: string;
  /** As it is shown: `npm start`. */
  readonly shown: string;
  readonly file: string;
  readonly args: readonly string[];
  /** The command that installs what it needs, where that is known. */
  readonly install?: string;
  /** It starts more than one server: the one that is expected may come last. */
  readonly several?: boolean;
}

/** Stands in a command for the port, which is chosen later. */
export const PORT_PLACE = '{port}';

export function atPort({ shown, args, ...rest }: StartChoice, port: number): StartChoice {
  const put = (text: string): string => text.replaceAll(PORT_PLACE, String(port));
  return { ...rest, shown: put(shown), args: args.map(put) };
}

export interface PortVariable {
  readonly name: string;
  /** What stands before the port: '', ':', 'localhost:'. */
  readonly before: string;
}

export interface SelectorName {
  readonly name: string;
  /** Of the handler that reads it; absent: code that starts a login. */
  readonly path?: string;
  /** The code hands the value on as it came; else it may look something up by it. */
  readonly isDirect: boolean;
}

/** Where the handler of a path is written. */
export interface RoutePlace {
  readonly path: string;
  /** Lower case; `any`, `all`: each. */
  readonly method: string;
  readonly location: Location;
}

export interface DoorFacts {
  /** Paths, best first. */
  readonly login: readonly string[];
  readonly callback: readonly string[];
  readonly logout: readonly string[];
  readonly webhook: readonly string[];
  /** Paths that take a POST and may receive webhooks, by their names. */
  readonly maybeWebhook: readonly string[];
  /** Paths that take a login which an identity provider began. */
  readonly initiate: readonly string[];
  /** Paths at which Scalekit tells the app that a session is over. */
  readonly backChannel?: readonly string[];
  /** Types of directory events that the code names. */
  readonly directoryEvents?: readonly string[];
  /** Names by which the login's code reads whose login it is from the request. */
  readonly selectors: readonly SelectorName[];
  /** Pages that the app answers with GET and that are none of the above. */
  readonly pages: readonly string[];
  /** The code calls what refreshes a token, in a language into whose programs no preload can look. */
  readonly refreshes?: boolean;
  /** The code sends the code to the token endpoint by itself, by reading: no SDK stands in between. */
  readonly exchangesItself?: boolean;
  /** Handlers of paths; two of one path are two places. */
  readonly places?: readonly RoutePlace[];
  /** The code counts on a proxy in front that ends TLS. */
  readonly behindProxy?: boolean;
  /** Paths that take a POST, whatever they are for. */
  readonly posts: readonly { readonly path: string; readonly nearWebhooks: boolean }[];
}

export interface StageFacts {
  /** Real path of the project. */
  readonly root: string;
  readonly start: StartChoice | undefined;
  /** What can be said where there is none, a sentence. */
  readonly noStart?: string;
  /** Names of variables by what they hold, as the code and the env files have them. */
  readonly variables: readonly {
    readonly name: string;
    readonly use: VariableUse;
    /** Below the environment's address, where the setting is that of an endpoint. */
    readonly path?: string;
  }[];
  /** What env files set: name → value. Holds secrets. */
  readonly fileValues: ReadonlyMap<string, string>;
  /** Read by the code, set nowhere. */
  readonly unset: readonly string[];
  /** Set by an env file that no code loads: they are there as a shell would have put them. */
  readonly fromShell?: readonly string[];
  /** Redirect URIs as the code or its settings have them. */
  readonly redirectUris: readonly string[];
  /** Default in code, PORT of an env file. */
  readonly ports: readonly number[];
  /** Variables beside PORT that say where to listen. */
  readonly portVariables?: readonly PortVariable[];
  /** `.env` loaders in which the file wins over the environment: a sentence each. */
  readonly fileWins: readonly string[];
  /** A server that compiles each path when it is first asked for, as those of Next.js, Vite and others do. */
  readonly compiles?: boolean;
  /** Clients of the app that talk TLS to the provider. */
  readonly trust?: readonly TrustNeed[];
  /** Text of files in languages into whose programs no preload can look, by path. */
  readonly sources?: ReadonlyMap<string, string>;
  /** Addresses that the code hands to a client of the SDK, or that are Scalekit's own, where they are written. */
  readonly addresses?: readonly WrittenAddress[];
  /** Text of those that configure what libraries do, by path. */
  readonly texts?: ReadonlyMap<string, string>;
  readonly doors: DoorFacts;
}

export interface WrittenAddress {
  readonly host: string;
  readonly place: Location;
}
