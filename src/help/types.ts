/** What "getting help" has to offer, as values: a face draws them. */

export type HelpFramework = 'express' | 'fastify' | 'nestjs' | 'next-app' | 'next-pages' | 'node';

/** What an app does with Scalekit, one step each. */
export type HelpTask = 'client' | 'login' | 'callback' | 'refresh' | 'logout' | 'idp-initiated' | 'webhook';

export interface CodeSample {
  readonly task: HelpTask;
  readonly title: string;
  /** Where it would stand in an app of this framework. */
  readonly file: string;
  readonly code: string;
}

export type HelpLine =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** To be typed into a terminal; holds no secret. */
  | { readonly kind: 'command'; readonly text: string; readonly command: string }
  | { readonly kind: 'code'; readonly text: string };

export interface HelpSection {
  readonly id: 'docs' | 'samples' | 'testing' | 'support';
  readonly title: string;
  readonly lines: readonly HelpLine[];
}
