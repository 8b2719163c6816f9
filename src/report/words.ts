/** The words for enumerations, one place for every face: a mark is always beside its word, so that colour never carries meaning alone. */
import type { CategoryId, Side } from '../diagnosis/cause.ts';
import type { OutcomeStatus } from '../diagnosis/outcome.ts';
import type { VerdictKind } from '../diagnosis/verdict.ts';

export const sideWords: Readonly<Record<Side, string>> = {
  app: 'your app',
  network: 'your network',
  idp: 'your identity provider',
  scalekit: 'Scalekit',
};

export const categoryWords: Readonly<Record<CategoryId, string>> = {
  authentication: 'Authentication',
  sso: 'Single sign-on',
  session: 'Sessions',
  scim: 'Directory sync (SCIM)',
  webhooks: 'Webhooks',
  help: 'Getting help',
  code: 'Your code',
  network: 'Network',
};

export const verdictWords: Readonly<Record<VerdictKind | 'pending', string>> = {
  confirmed: 'confirmed',
  likely: 'likely',
  possible: 'possible',
  unknown: 'could not be seen',
  'ruled-out': 'ruled out',
  'not-applicable': 'does not apply',
  pending: 'still looking',
};

export const verdictMarks: Readonly<Record<VerdictKind | 'pending', string>> = {
  confirmed: '✖',
  likely: '▲',
  possible: '△',
  unknown: '?',
  'ruled-out': '✓',
  'not-applicable': '–',
  pending: '…',
};

export const statusMarks: Readonly<Record<OutcomeStatus | 'waiting' | 'running', string>> = {
  ok: '✓',
  fault: '✖',
  unknown: '?',
  skipped: '–',
  crashed: '!',
  waiting: '·',
  running: '…',
};
