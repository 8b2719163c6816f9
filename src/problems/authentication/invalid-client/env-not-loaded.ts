/** There is an env file, and nothing in the app reads it before the client is made. */

import type { Remedy } from '../../../diagnosis/remedy.ts';
import { confirmed, likely, notApplicable, possible, ruledOut } from '../../../diagnosis/verdict.ts';
import { addEnvFileFlag } from '../../../patches/rules/add-env-file-flag.ts';
import { loadDotenv } from '../../../patches/rules/load-dotenv.ts';
import { envLoading } from '../../../probes/env-loading.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const envNotLoaded = cause({
  id: 'env-not-loaded',
  title: 'The env file is never loaded, or too late',
  side: 'app',
  docs: 'https://github.com/motdotla/dotenv#how-do-i-use-dotenv-with-import',
  needs: { loading: envLoading },
  judge: ({ loading }) => {
    switch (loading.kind) {
      case 'not-needed':
        return notApplicable(loading.why);
      case 'loaded':
        return ruledOut(`The env file is loaded: ${loading.how}.`);
      case 'too-late':
        return confirmed(`${loading.file} is loaded after the module that reads it: imports run before the code around them.`, {
          evidence: [
            { label: 'Reads the variables', actual: loading.read.variable ?? '', location: loading.read.location },
            { label: 'Loads the env file', expected: 'before that', actual: 'after that', location: loading.load },
          ],
        });
      case 'never': {
        const because = `${loading.file} sets the variables, but nothing loads it: no dotenv, no --env-file, and the framework does not do it by itself.`;
        const evidence = [
          {
            label: 'Reads the variables',
            expected: 'the env file loaded before',
            actual: 'nothing loads it',
            location: loading.read.location,
          },
        ];
        if (!loading.isStartKnown)
          return possible(`${because} How the app is started is not known: that may load it.`, { evidence });
        return loading.perhapsElsewhere === undefined
          ? confirmed(because, { evidence })
          : likely(`${because} ${loading.perhapsElsewhere}`, { evidence });
      }
    }
  },
  remedy: ({ loading }) => {
    if (loading.kind === 'too-late')
      return remedyOfRule(loadDotenv(loading.module), 'Load the env file in the module that reads it');
    if (loading.kind !== 'never') return [];
    const byScript = loading.script ? addEnvFileFlag(loading.script.manifest, loading.script.command, loading.file) : undefined;
    const edits = loading.hasDotenv
      ? remedyOfRule(loadDotenv(loading.module), 'Load the env file in the module that reads it')
      : remedyOfRule(byScript, `Let the start script load ${loading.file}`);
    return [...edits, byHand(loading.file)];
  },
});

function byHand(file: string): Remedy {
  return {
    kind: 'steps',
    summary: `Load ${file} before the Scalekit client is made`,
    steps: [
      {
        text: `Start the app with node --env-file=${file} (Node 20.6 and later), or install dotenv.`,
        copy: `node --env-file=${file}`,
      },
      {
        text: "With dotenv: make import 'dotenv/config' the first line of the module that reads the variables.",
        copy: "import 'dotenv/config';",
      },
    ],
  };
}
