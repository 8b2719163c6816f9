/**
 * What `explain` says of a problem that a text points to: the registry's own words where it has the problem, else those here. Recognising
 * goes further than proving; a line here goes away when its problem enters the registry.
 */
import type { CategoryId, Registry, Side } from '../diagnosis/cause.ts';
import type { ProbeTools } from '../probes/tools.ts';

export interface DescribedProblem {
  readonly id: string;
  readonly category: CategoryId;
  readonly title: string;
  readonly side: Side;
  readonly docs: string;
  readonly causes: readonly { readonly id: string; readonly title: string; readonly side: Side }[];
}

const docs = 'https://docs.scalekit.com';

const described: readonly (readonly [id: string, category: CategoryId, title: string, side: Side, docs: string])[] = [
  ['name-resolution', 'network', 'The environment’s name does not resolve', 'network', `${docs}/authenticate/fsa/quickstart/`],
  [
    'signature-verification',
    'webhooks',
    'The webhook’s signature is not verified',
    'app',
    `${docs}/reference/webhooks/overview/`,
  ],
];

export function describedProblem(id: string, registry: Registry<ProbeTools>): DescribedProblem | undefined {
  const known = registry.find((problem) => problem.id === id);
  if (known) return { ...known, side: known.causes[0]?.side ?? 'app' };
  const row = described.find(([name]) => name === id);
  if (!row) return undefined;
  const [, category, title, side, page] = row;
  return { id, category, title, side, docs: page, causes: [] };
}
