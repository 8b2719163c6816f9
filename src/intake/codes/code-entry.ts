/** What is known of one error code, exception or message. Data only; the sentences are shown to people. */

export type CodeSide = 'app' | 'network' | 'idp' | 'scalekit';

export interface CodeEntry {
  /** As servers and SDKs print it; the key of `explainCode`. */
  readonly code: string;
  /** Other spellings, other SDKs' names, and messages that mean the same. */
  readonly also?: readonly string[];
  /** Spellings that others use too: they count like those of a `common` entry. */
  readonly plain?: readonly string[];
  readonly title: string;
  /** What it means and what to look at, one or two sentences. */
  readonly meaning: string;
  readonly side: CodeSide;
  /** Problems it belongs to, the best first. */
  readonly problems: readonly [string, ...string[]];
  readonly cause?: string;
  readonly docs: string;
  /**
   * `own`: no other thing prints this. `oauth`: any OAuth server does; written as a code it counts, in plain words only near a word of
   * ours. `common`: half the world prints it (`unauthorized`, `ECONNREFUSED`); it counts only beside something that is surely ours.
   */
  readonly whose: 'own' | 'oauth' | 'common';
  /** True where the code alone says no more than "somewhere here". */
  readonly vague?: boolean;
  /** True for an exception that only wraps: what stands inside it says more. */
  readonly wraps?: boolean;
}

export const scalekitDocs = 'https://docs.scalekit.com/';
export const oauthAuthorizeErrors = 'https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1';
export const oauthTokenErrors = 'https://www.rfc-editor.org/rfc/rfc6749#section-5.2';
export const bearerErrors = 'https://www.rfc-editor.org/rfc/rfc6750#section-3.1';
export const openIdErrors = 'https://openid.net/specs/openid-connect-core-1_0.html#AuthError';
export const jwtExpiry = 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4';
export const samlCore = 'https://docs.oasis-open.org/security/saml/v2.0/saml-core-2.0-os.pdf';
export const standardWebhooks = 'https://www.standardwebhooks.com/';
