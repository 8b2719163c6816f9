/** The code sends a redirect URI of its own although an env file holds another one that nothing reads. */
import type { Remedy } from '../../../diagnosis/remedy.ts';
import { confirmed, likely, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import {
  type JudgedUse,
  type RedirectUriStandings,
  redirectUriStandings,
  servesUri,
} from '../../../probes/redirect-uri-standing.ts';
import type { Setting } from '../../../probes/settings.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyToRegister, remedyToSend } from './replace-uri.ts';

export const codeAndEnvDiffer = cause({
  id: 'code-and-env-differ',
  title: 'The code sends another redirect URI than the env file holds',
  side: 'app',
  provedBy: 'asking',
  docs: 'https://docs.scalekit.com/guides/dashboard/redirects/',
  needs: { standings: redirectUriStandings },
  judge: ({ standings }) => {
    const found = differing(standings);
    if (!found) {
      if (standings.unused.length === 0) return notApplicable('No env file holds a redirect URI that the code does not read.');
      const sent = standings.uses.filter(({ step }) => step === 'authorize');
      if (sent.length === 0 || sent.some(({ standing }) => standing.kind !== 'registered'))
        return notApplicable('The code does not send a URI of its own beside it.');
      return ruledOut(
        'What the code sends is allowed.',
        ...sent.map(({ uri, location }) => ({ label: 'Redirect URI', actual: uri ?? '', ...(location ? { location } : {}) })),
      );
    }
    const { use, setting } = found;
    const evidence = [
      {
        label: 'Redirect URI that starts the login',
        expected: setting.text,
        actual: use.uri ?? '',
        ...(use.writtenLocation ? { location: use.writtenLocation } : {}),
      },
      {
        label: `${setting.variable}, which the code does not read`,
        actual: setting.text,
        ...(setting.location ? { location: setting.location } : {}),
      },
    ];
    const because = `The code sends ${use.uri}; ${setting.variable} holds ${setting.text}, and nothing reads it.`;
    return standings.unusedButAllowed.length > 0
      ? confirmed(`${because} Scalekit allows the latter only.`, { evidence })
      : likely(`${because} Only one of them can be the registered one.`, { evidence });
  },
  remedy: ({ standings }) => {
    const found = differing(standings);
    if (!found) return [];
    const { use, setting } = found;
    const served = servesUri(setting.text, standings);
    const register = use.uri === undefined ? [] : remedyToRegister(use.uri, standings.allowed);
    if (served === 'no') return register;
    const send = remedyToSend(use, setting.text, `Send ${setting.text}, as ${setting.variable} says`);
    return served === 'yes' ? send : [...send.map((remedy) => ({ ...remedy, sure: false }) as Remedy), ...register];
  },
});

/** Where the list of allowed URLs is known it decides; where it is not, the disagreement alone is only likely to be the fault. */
function differing({
  uses,
  unused,
  unusedButAllowed,
  allowed,
}: RedirectUriStandings): { use: JudgedUse; setting: Setting } | undefined {
  const wanted = allowed ? 'not-registered' : 'not-judged';
  const use = uses.find(
    (candidate) => candidate.step === 'authorize' && candidate.standing.kind === wanted && candidate.variable === undefined,
  );
  const [setting] = allowed ? unusedButAllowed : unused;
  return use && setting ? { use, setting } : undefined;
}
