/** Env file and code call the same setting by different names: half of the public samples say SCALEKIT_ENV_URL, half SCALEKIT_ENVIRONMENT_URL. */
import { confirmed, likely, ruledOut } from '../../../diagnosis/verdict.ts';
import { envFiles } from '../../../probes/env-files.ts';
import { missingVariables } from '../../../probes/missing-variables.ts';
import { cause } from '../../../probes/tools.ts';
import { editsToRename } from '../../env-edits.ts';

export const variableMisnamed = cause({
  id: 'variable-misnamed',
  title: 'Env file and code call a setting by different names',
  side: 'app',
  provedBy: 'reading',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  needs: { variables: missingVariables },
  wants: { env: envFiles },
  judge: ({ variables: { missing } }) => {
    const renamed = missing.flatMap(({ read, setAs }) => (setAs ? [{ read, setAs }] : []));
    const [first] = renamed;
    if (!first) return ruledOut('Code and env files call the settings by the same names.');
    const where = first.setAs.entry?.file ?? 'the environment';
    const because = `The code reads ${first.read.variable}, which nothing sets; ${where} sets ${first.setAs.variable}, which nothing reads.`;
    const evidence = renamed.flatMap(({ read, setAs }) => [
      { label: 'Read by the code', expected: setAs.variable, actual: read.variable, location: read.location },
      { label: 'Set, and never read', actual: setAs.variable, ...(setAs.location ? { location: setAs.location } : {}) },
    ]);
    const doubt = missing.find((one) => one.doubt !== undefined)?.doubt;
    return doubt === undefined ? confirmed(because, { evidence }) : likely(`${because} ${doubt}`, { evidence });
  },
  remedy: ({ variables: { missing }, env }) => {
    const edits = missing.flatMap(({ read, setAs }) => (setAs ? editsToRename(env, setAs, read.variable) : []));
    if (edits.length === 0) return [];
    const names = missing.flatMap(({ read, setAs }) => (setAs ? [`${setAs.variable} to ${read.variable}`] : []));
    return [
      {
        kind: 'edits',
        summary: `Rename ${names.join(' and ')}`,
        edits,
        sure: true,
        afterwards: [{ text: 'Restart the app, so that it reads the new name.' }],
      },
    ];
  },
});
