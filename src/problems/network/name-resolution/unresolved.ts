/** The host of the environment URL has no address: mistyped, removed, or known only inside another network. */
import { confirmed, notApplicable, ruledOut, undecided } from '../../../diagnosis/verdict.ts';
import { environmentUrl } from '../../../probes/environment-url.ts';
import { nameResolution } from '../../../probes/name-resolution.ts';
import { nameServer } from '../../../probes/name-server.ts';
import { cause } from '../../../probes/tools.ts';

export const unresolved = cause({
  id: 'unresolved',
  title: 'The environment’s host name does not resolve',
  side: 'network',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  wants: { name: nameResolution, server: nameServer, environment: environmentUrl },
  judge: ({ name, server, environment }) => {
    if (!name || !environment) return notApplicable('No name was looked up.');
    if (name.resolves)
      return ruledOut('The environment’s host name resolves.', { label: 'Host of the environment', actual: environment.written });
    const { location } = environment.setting;
    const evidence = [
      {
        label: environment.setting.variable,
        expected: 'a host that has an address',
        actual: environment.written,
        note: name.failure.sentence,
        ...(location ? { location } : {}),
      },
    ];
    if (server?.impossible !== undefined)
      return confirmed(`${name.failure.host} can be no host name: ${server.impossible}.`, { evidence });
    if (server?.resolvesOthers)
      return confirmed(`${name.failure.host} has no address, while other names do resolve from here.`, { evidence });
    return undecided(
      'Neither the environment’s name nor any other resolves from here.',
      'Connect this computer to a network with DNS, then run again.',
      ...evidence,
    );
  },
  remedy: ({ environment }) => [
    {
      kind: 'steps',
      summary: 'Use the environment URL that the dashboard shows',
      steps: [
        {
          text: 'Compare the host, letter by letter, with Settings → API credentials → Environment URL.',
          link: 'https://app.scalekit.com',
        },
        {
          text: `Correct ${environment?.setting.variable ?? 'SCALEKIT_ENVIRONMENT_URL'} and restart the app.`,
          copy: environment?.setting.variable ?? 'SCALEKIT_ENVIRONMENT_URL',
        },
        {
          text: 'A custom domain needs its CNAME record at your DNS provider; until that is there, use the environment’s own URL.',
        },
        {
          text: 'In a container or behind a VPN: make sure that its DNS server knows public names.',
          copy: `nslookup ${hostOf(environment?.written)}`,
        },
      ],
    },
  ],
});

function hostOf(written: string | undefined): string {
  return written !== undefined && URL.canParse(written) ? new URL(written).hostname : 'NAME.scalekit.com';
}
