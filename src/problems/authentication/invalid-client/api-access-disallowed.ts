/** The credentials are right, and the client may not call Scalekit's API. */
import { confirmed, likely, ruledOut } from '../../../diagnosis/verdict.ts';
import { apiAccess } from '../../../probes/api-access.ts';
import { clientSettings } from '../../../probes/client-settings.ts';
import { credentials } from '../../../probes/credentials.ts';
import { cause } from '../../../probes/tools.ts';

export const apiAccessDisallowed = cause({
  id: 'api-access-disallowed',
  title: 'The client may not call Scalekit’s API',
  side: 'scalekit',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  needs: { access: apiAccess, credentials },
  wants: { settings: clientSettings },
  judge: ({ access, credentials: { clientId }, settings }) => {
    const said = settings?.client.disallow_scalekit_api_access;
    if (access.allowed)
      return ruledOut('A call of the management API was answered.', {
        label: 'List of organizations',
        actual: 'answered',
        exchange: access.exchange,
      });
    const evidence = [
      { label: 'Call of the management API', expected: 'an answer', actual: access.answer, exchange: access.exchange },
      ...(said
        ? [{ label: 'disallow_scalekit_api_access', expected: 'false', actual: 'true', exchange: settings?.exchange ?? '' }]
        : []),
    ];
    const because = `The credentials of ${clientId} buy a token, but the management API refuses it.`;
    return said || /api access|not allowed|disallow/i.test(access.answer)
      ? confirmed(`${because} The client’s access to Scalekit’s API is turned off.`, { evidence })
      : likely(because, { evidence });
  },
  remedy: ({ credentials: { clientId } }) => [
    {
      kind: 'steps',
      summary: 'Allow the client to call Scalekit’s API',
      steps: [
        { text: `Open Scalekit’s dashboard and the settings of ${clientId}.`, link: 'https://app.scalekit.com', copy: clientId },
        { text: 'Allow access to the Scalekit API, and save. A client cannot grant this to itself.' },
      ],
    },
  ],
});
