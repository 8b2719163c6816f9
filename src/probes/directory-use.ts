/** What the code does with directories: calls of the SDK, and events of webhooks that it knows. Derived. */
import type { Location } from '../diagnosis/evidence.ts';
import { type Outcome, ok } from '../diagnosis/outcome.ts';
import { code } from './code.ts';
import { envFiles } from './env-files.ts';
import { pasted } from './pasted.ts';
import { probe } from './tools.ts';
import { webhookRoutes } from './webhook-routes.ts';

export interface DirectoryUse {
  readonly calls: readonly Location[];
  /** Where webhooks are received; undefined where the code receives none. */
  readonly receiver: Location | undefined;
  readonly handlesUsers: boolean;
  readonly handlesGroups: boolean;
  /** The code that receives webhooks speaks of directories. */
  readonly receiverKnowsDirectories: boolean;
  /** Somebody means to use SCIM: code, a variable, or the pasted text says so. */
  readonly isMeant: boolean;
}

export const directoryUse = probe({
  id: 'directory-use',
  title: 'What the app does with directories',
  reach: 'derived',
  wants: { code, env: envFiles, routes: webhookRoutes, pasted },
  observe: ({ code, env, routes, pasted }): Outcome<DirectoryUse> => {
    const calls = (code?.calls ?? []).filter(({ method }) => /^director(?:y|ies)\./.test(method)).map(({ at }) => at.location);
    const receivers = routes?.receivers ?? [];
    const text = receivers.flatMap(({ reached }) => reached.map(({ node }) => node.text)).join('\n');
    // A handler that passes on whatever comes handles both.
    const passesOn = receivers.length > 0 && !/organization\.[a-z_]+|\.type\b|\[['"]type['"]\]|\btype\b\s*\}/.test(text);
    const whole = /['"`]organization\.directory\.['"`]|startsWith\(\s*['"`]organization\.(?:directory\.?)?['"`]/.test(text);
    const handles = (kind: 'user' | 'group'): boolean =>
      passesOn || whole || new RegExp(`organization\\.directory\\.${kind}_|directory\\.${kind}_|${kind}_created`).test(text);
    const value: DirectoryUse = {
      calls,
      receiver: receivers[0]?.at.location,
      handlesUsers: handles('user'),
      handlesGroups: handles('group'),
      receiverKnowsDirectories: /director(?:y|ies)|scim|\b(?:user|group)\.(?:created|updated|deleted)\b/i.test(text),
      isMeant:
        calls.length > 0 ||
        /organization\.directory\./.test(text) ||
        (env?.files ?? []).some(
          ({ role, entries }) =>
            role !== 'template' && entries.some(({ name }) => /SCIM|DIRECTORY_(?:ID|TOKEN|ENDPOINT|URL)/.test(name)),
        ) ||
        (pasted?.pointers ?? []).some(({ problem }) => problem === 'users-not-provisioning' || problem === 'group-sync'),
    };
    return ok(value);
  },
});
