/** A guard that asks for a session covers the routes that make one: nobody gets through the login. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { loginGuards } from '../../../probes/login-guards.ts';
import { cause } from '../../../probes/tools.ts';

export const loginGuarded = cause({
  id: 'login-guarded',
  title: 'A login guard stands in front of the login itself',
  side: 'app',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  needs: { guards: loginGuards },
  judge: ({ guards }) => {
    const [first] = guards;
    if (!first) return ruledOut('No guard was seen in front of the login and its callback that does not look at the path.');
    return confirmed(
      `${first.name} turns away whoever has no session, and it runs before ${guards.map(({ path }) => path).join(' and ')}: nobody can sign in.`,
      {
        evidence: guards.map(({ name, path, location }) => ({
          label: `In front of ${path}`,
          expected: 'nothing that asks for a session',
          actual: name,
          location,
        })),
      },
    );
  },
  remedy: ({ guards }) => [
    {
      kind: 'steps',
      summary: 'Let the routes of the login pass the guard',
      steps: [
        ...guards.map(({ name, path, location }) => ({
          text: `${location.file}:${location.line}: let ${path} pass ${name}, by its matcher or by a look at the path.`,
          copy: path,
        })),
        { text: 'Let the login page, the webhook route and the framework’s own files pass as well.' },
      ],
    },
  ],
});
