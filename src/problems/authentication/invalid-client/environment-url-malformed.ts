/** The environment URL names the right host and is written wrongly: a slash or path behind it, no scheme, quotes around it. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { envFiles } from '../../../probes/env-files.ts';
import { environmentUrl, wrongHostIssue } from '../../../probes/environment-url.ts';
import { cause } from '../../../probes/tools.ts';
import { editsToSet } from '../../env-edits.ts';

export const environmentUrlMalformed = cause({
  id: 'environment-url-malformed',
  title: 'The environment URL is written wrongly',
  side: 'app',
  provedBy: 'reading',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  needs: { environment: environmentUrl },
  wants: { env: envFiles },
  judge: ({ environment }) => {
    const { url, setting, written } = environment;
    const [issue] = url.issues;
    if (wrongHostIssue(environment))
      return notApplicable('It names another host than an environment’s, which is told by itself.');
    if (!issue) return ruledOut('The environment URL is scheme and host and nothing else.');
    return confirmed(issue.sentence, {
      evidence: [
        {
          label: setting.variable,
          expected: (url.kind === 'flawed' ? url.corrected : undefined) ?? 'https://NAME.scalekit.com',
          actual: JSON.stringify(written).slice(1, -1),
          ...(setting.location ? { location: setting.location } : {}),
        },
      ],
    });
  },
  remedy: ({ environment: { url, setting }, env }) => {
    const corrected = url.kind === 'flawed' ? url.corrected : undefined;
    const edits = corrected === undefined ? [] : editsToSet(env, setting, corrected);
    if (edits.length > 0) {
      return [{ kind: 'edits', summary: `Write ${corrected}`, edits, sure: true, afterwards: [{ text: 'Restart the app.' }] }];
    }
    return [
      {
        kind: 'steps',
        summary: `Write ${corrected ?? 'the environment URL as the dashboard shows it'}`,
        steps: [
          {
            text: `Set ${setting.variable} to ${corrected ?? 'https://NAME.scalekit.com, as the dashboard shows it'}.`,
            ...(corrected ? { copy: corrected } : {}),
          },
          { text: 'Restart the app.' },
        ],
      },
    ];
  },
});
