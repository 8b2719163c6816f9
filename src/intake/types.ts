/** The vocabulary of intake: what can be recognised in a pasted text and where it points. Types only. */
import type { Secret } from '../redaction/secret.ts';
import type { CodeSide } from './codes/code-entry.ts';

/** Half-open, in UTF-16 units of the text as it was given. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Values that may be shown: secrets, codes and tokens are `Secret`, which prints masked. */
export type Values = Readonly<Record<string, string | Secret>>;

interface Recognised<K extends string> {
  readonly kind: K;
  /** What it is, for people: "Callback URL with error invalid_redirect_uri". */
  readonly label: string;
  readonly range: Range;
  readonly values: Values;
}

export interface ErrorCodeArtefact extends Recognised<'error-code'> {
  /** As `explainCode` knows it. */
  readonly code: string;
}
export interface SentenceArtefact extends Recognised<'sentence'> {
  readonly text: string;
}
export interface StackFrame {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly function?: string;
}
export interface StackTraceArtefact extends Recognised<'stack-trace'> {
  readonly exception: string;
  readonly message: string;
  readonly language: 'javascript' | 'python' | 'go' | 'java';
  /** Innermost first. */
  readonly frames: readonly StackFrame[];
}
export interface LogArtefact extends Recognised<'log'> {
  readonly lines: number;
}
export interface CallbackUrlArtefact extends Recognised<'callback-url'> {
  /** The address without query and fragment; empty when only the query was pasted. */
  readonly redirectUri: string;
  readonly error?: string;
  readonly errorDescription?: string;
  readonly state?: string;
  readonly code?: Secret;
  /** The assertion of an IdP-initiated login. */
  readonly idpInitiatedLogin?: Secret;
}
export interface AuthorizeUrlArtefact extends Recognised<'authorize-url'> {
  readonly environmentUrl: string;
  /** Every parameter in order; hints and challenges are not secret, assertions and tokens are. */
  readonly parameters: readonly (readonly [name: string, value: string | Secret])[];
}
export interface JwtArtefact extends Recognised<'jwt'> {
  readonly token: Secret;
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}
export interface TokenResponseArtefact extends Recognised<'token-response'> {
  readonly accessToken?: Secret;
  readonly idToken?: Secret;
  readonly refreshToken?: Secret;
  readonly expiresIn?: number;
  readonly scope?: string;
}
export interface SamlResponseArtefact extends Recognised<'saml-response'> {
  readonly encoding: 'xml' | 'base64' | 'url-encoded';
  /** As pasted, not decoded; an assertion is as good as a password while it lives. */
  readonly content: Secret;
}
export interface SamlMetadataArtefact extends Recognised<'saml-metadata'> {
  readonly xml: string;
  readonly entityId?: string;
}
export interface WebhookDeliveryArtefact extends Recognised<'webhook-delivery'> {
  readonly source: 'http' | 'curl' | 'json' | 'headers';
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Exactly as pasted: the signature is over its bytes. Undefined when only headers were pasted. */
  readonly body?: string;
}
export interface HarArtefact extends Recognised<'har'> {
  readonly entries: number;
  readonly requests: readonly HarRequest[];
}
export interface HarRequest {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  /** Epoch milliseconds: when it was sent by the browser's clock, and answered by the server's (its Date header). */
  readonly sentAt?: number;
  readonly answeredAt?: number;
}
export interface GatewayErrorArtefact extends Recognised<'gateway-error'> {
  readonly code?: number;
  readonly message?: string;
  readonly errorCode?: string;
}
export interface AxiosErrorArtefact extends Recognised<'axios-error'> {
  readonly status?: number;
  readonly method?: string;
  readonly url?: string;
  readonly error?: string;
  readonly errorDescription?: string;
}
export interface EnvFileArtefact extends Recognised<'env-file'> {
  readonly entries: readonly { readonly name: string; readonly value: string | Secret }[];
}
export interface CodeSnippetArtefact extends Recognised<'code-snippet'> {
  readonly language: 'javascript' | 'python' | 'go' | 'java' | 'unknown';
  /** `scalekit.webhooks.verifySignature` and the like, in order, each once. */
  readonly calls: readonly string[];
}
export interface RedirectUriArtefact extends Recognised<'redirect-uri'> {
  readonly uri: string;
}

export type Artefact =
  | ErrorCodeArtefact
  | SentenceArtefact
  | StackTraceArtefact
  | LogArtefact
  | CallbackUrlArtefact
  | AuthorizeUrlArtefact
  | JwtArtefact
  | TokenResponseArtefact
  | SamlResponseArtefact
  | SamlMetadataArtefact
  | WebhookDeliveryArtefact
  | HarArtefact
  | GatewayErrorArtefact
  | AxiosErrorArtefact
  | EnvFileArtefact
  | CodeSnippetArtefact
  | RedirectUriArtefact;
export type ArtefactKind = Artefact['kind'];
export type ArtefactOf<K extends ArtefactKind> = Extract<Artefact, { readonly kind: K }>;

export type Strength = 'likely' | 'possible';

/** A problem that the text points to. Never a proof: that is for probes. */
export interface Pointer {
  readonly problem: string;
  /** Only where the text singles one out; the registry decides whether it knows it. */
  readonly cause?: string;
  readonly strength: Strength;
  /** One sentence for people. */
  readonly because: string;
  /** What in the text it rests on, masked and short. */
  readonly matched: string;
  /** Where a known code says it: what the table has to say of it. */
  readonly code?: {
    readonly title: string;
    readonly next: string;
    readonly side: CodeSide;
    readonly docs: string;
  };
}

export interface Intake {
  /** In the order of the text. */
  readonly artefacts: readonly Artefact[];
  /** Best first, one a problem. */
  readonly pointers: readonly Pointer[];
  /** A sentence when nothing in the text concerns Scalekit. */
  readonly nothingOfOurs?: string;
}

/** What the registry knows of a problem's symptoms; `Problem` of diagnosis/ fits. */
export interface KnownSymptoms {
  readonly id: string;
  readonly symptoms: { readonly codes: readonly string[]; readonly phrases: readonly string[] };
}
export interface RecogniseOptions {
  readonly registrySymptoms?: readonly KnownSymptoms[];
  /** Milliseconds; tokens are compared with it. Now, by default. */
  readonly now?: number;
}
