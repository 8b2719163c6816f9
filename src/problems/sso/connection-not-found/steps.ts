/** Steps and edits that several causes share. Pure. */
import type { Remedy, Step } from '../../../diagnosis/remedy.ts';
import { setEnvValue } from '../../../patches/env-edits.ts';
import { toEdits } from '../../../patches/text-edits.ts';
import type { EnvFilesFact } from '../../../probes/env-files.ts';
import type { NamedOrganization } from '../../../probes/named-organizations.ts';

export function openOrganization(id: string): Step {
  return {
    text: `Open the organization ${id} in Scalekit’s dashboard: Organizations → Single sign-on.`,
    link: 'https://app.scalekit.com',
    copy: id,
  };
}

export const portalStep: Step = {
  text: 'Or make an admin portal link there and send it to the customer’s administrator, who sets the connection up himself.',
};

/** Puts another organization id behind the variable that holds the wrong one. */
export function remedyToName(named: NamedOrganization, id: string, env: EnvFilesFact | undefined, sure: boolean): Remedy[] {
  const file = env?.files.find(({ path }) => path === named.entry?.file);
  const edits = file && named.entry ? toEdits(file.source, setEnvValue(file, named.entry.name, id) ?? []) : [];
  return edits.length === 0
    ? []
    : [
        {
          kind: 'edits',
          summary: `Set ${named.variable ?? 'the variable'} to ${id}`,
          edits,
          sure,
          afterwards: [{ text: 'Restart the app.' }],
        },
      ];
}
