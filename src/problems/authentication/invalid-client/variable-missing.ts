/** The code reads a variable that nothing sets, under no name at all. */
import { confirmed, likely, possible, ruledOut } from '../../../diagnosis/verdict.ts';
import { missingVariables } from '../../../probes/missing-variables.ts';
import { type ProjectShapeFact, projectShape } from '../../../probes/project-shape.ts';
import { cause } from '../../../probes/tools.ts';

export const variableMissing = cause({
  id: 'variable-missing',
  title: 'A variable that the code needs is not set',
  side: 'app',
  provedBy: 'reading',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  needs: { variables: missingVariables },
  wants: { shape: projectShape },
  judge: ({ variables: { missing, files, unreadable, expectsFile } }) => {
    const nowhere = missing.filter(({ setAs }) => setAs === undefined);
    if (nowhere.length === 0)
      return ruledOut('Every variable that the code reads for Scalekit is set, if perhaps under another name.');
    const names = [...new Set(nowhere.map(({ read }) => [read.variable, ...read.instead.variables].join(' or ')))].join(', ');
    const evidence = nowhere.map(({ read }) => ({
      label: read.variable,
      expected: 'set',
      actual: 'not set anywhere',
      location: read.location,
    }));
    // Who loads it reads it no better than we do.
    if (unreadable.length > 0)
      return likely(`The code reads ${names}, and nothing sets that which can be read. ${unreadable.join(' ')}`, { evidence });
    if (files.length === 0) {
      const because = `The code reads ${names}; no env file was found and the environment does not have it. Your platform may set it.`;
      return expectsFile ? likely(because, { evidence }) : possible(because, { evidence });
    }
    const because = `The code reads ${names}; ${files.join(' and ')} ${files.length > 1 ? 'do' : 'does'} not set it, and neither does the environment.`;
    const doubt = nowhere.find((one) => one.doubt !== undefined)?.doubt;
    return doubt === undefined ? confirmed(because, { evidence }) : likely(`${because} ${doubt}`, { evidence });
  },
  remedy: ({ variables: { missing, files, unreadable }, shape }) => {
    if (unreadable.length > 0) {
      const steps = [...unreadable, 'Then restart the app.'].map((text) => ({ text }));
      return [{ kind: 'steps', summary: 'Make the env file readable', steps }];
    }
    const names = missing.filter(({ setAs }) => setAs === undefined).map(({ read }) => read.variable);
    return [
      {
        kind: 'steps',
        summary: `Set ${[...new Set(names)].join(', ')}`,
        steps: [
          { text: 'Open Scalekit’s dashboard: Settings → API credentials.', link: 'https://app.scalekit.com' },
          {
            text: `Put the values into ${files[0] ?? newEnvFile(shape)}, one line each: ${[...new Set(names)].join(', ')}.`,
          },
          { text: 'Restart the app.' },
        ],
      },
    ];
  },
});

/** Beside what the app's own language has for a manifest. */
function newEnvFile(shape: ProjectShapeFact | undefined): string {
  const manifest = shape?.frameworks[0]?.manifest;
  return manifest === undefined ? 'a file named .env' : `a file named .env next to ${manifest}`;
}
