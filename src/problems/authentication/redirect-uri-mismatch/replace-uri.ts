/** Edits and changes that make a redirect URI another one, wherever it is written. Pure. */
import type { Edit, Remedy, RemoteChange, Step } from '../../../diagnosis/remedy.ts';
import { setEnvValue } from '../../../patches/env-edits.ts';
import { replaceLiteral } from '../../../patches/rules/replace-literal.ts';
import { toEdits } from '../../../patches/text-edits.ts';
import type { JudgedUse, RedirectUriStandings } from '../../../probes/redirect-uri-standing.ts';

/** Undefined where the value stands somewhere that no edit reaches. */
export function editsToSend(use: JudgedUse, uri: string): readonly Edit[] | undefined {
  switch (use.written.kind) {
    case 'literal':
      return replaceLiteral(use.written.at, uri);
    case 'env-entry':
      return toEdits(use.written.file.source, setEnvValue(use.written.file, use.written.entry.name, uri) ?? []);
    case 'elsewhere':
      return undefined;
  }
}

export function remedyToSend(use: JudgedUse, uri: string, summary: string): Remedy[] {
  const edits = editsToSend(use, uri);
  if (!edits || edits.length === 0) return [];
  return [
    { kind: 'edits', summary, edits, sure: true, afterwards: [{ text: 'Restart the app, so that it reads the new value.' }] },
  ];
}

/** Adds a URI to the allowed callback URLs: as a change that can be confirmed, and as steps in the dashboard. */
export function remedyToRegister(uri: string, allowed: RedirectUriStandings['allowed']): Remedy[] {
  const steps: Step[] = [
    { text: 'Open Scalekit’s dashboard: Authentication → Redirects → Allowed callback URLs.', link: 'https://app.scalekit.com' },
    { text: `Add ${uri} exactly as it stands here, and save.`, copy: uri },
  ];
  const asSteps: Remedy = { kind: 'steps', summary: `Register ${uri} among the allowed callback URLs`, steps };
  if (!allowed) return [asSteps];
  const uris = [...allowed.uris, uri];
  const change: RemoteChange = {
    method: 'PATCH',
    path: `/api/v1/clients/${encodeURIComponent(allowed.clientId)}`,
    body: { post_login_uris: uris },
    what: 'Allowed callback URLs of the client',
    before: allowed.uris.join('\n') || '(none)',
    after: uris.join('\n'),
  };
  return [{ kind: 'change', summary: `Add ${uri} to the allowed callback URLs`, change, steps }, asSteps];
}
