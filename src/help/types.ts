/** What "getting help" has to offer, as values: a face draws them. */

export type HelpFramework = 'express' | 'fastify' | 'nestjs' | 'next-app' | 'next-pages' | 'node' | 'python' | 'go';

/** What an app does with Scalekit, one step each. */
export type HelpTask = 'client' | 'login' | 'callback' | 'refresh' | 'logout' | 'idp-initiated' | 'webhook';

export interface CodeSample {
  readonly task: HelpTask;
  readonly title: string;
  /** Where it would stand in an app of this framework. */
  readonly file: string;
  readonly code: string;
}

export type HelpSection = 'docs' | 'samples' | 'testing' | 'support';

export type HelpTopic =
  | { readonly kind: 'link'; readonly section: HelpSection; readonly title: string; readonly url: string }
  /** To be typed into a terminal; holds no secret. */
  | { readonly kind: 'command'; readonly section: HelpSection; readonly title: string; readonly command: string }
  | {
      readonly kind: 'sample';
      readonly section: HelpSection;
      readonly title: string;
      readonly file: string;
      readonly code: string;
    }
  | { readonly kind: 'note'; readonly section: HelpSection; readonly title: string }
  /** Makes the support bundle. */
  | { readonly kind: 'bundle'; readonly section: HelpSection; readonly title: string; readonly command: string };
