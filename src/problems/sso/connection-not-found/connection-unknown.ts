/** The login names a connection that the environment does not have. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { loginAnswers } from '../../../probes/login-answers.ts';
import { organizationConnections } from '../../../probes/organization-connections.ts';
import { cause } from '../../../probes/tools.ts';

export const connectionUnknown = cause({
  id: 'connection-unknown',
  title: 'The connection does not exist in this environment',
  side: 'app',
  needs: { answers: loginAnswers },
  wants: { connections: organizationConnections },
  judge: ({ answers, connections }) => {
    const bad = answers.find(({ answer }) => 'error' in answer && answer.error === 'invalid_connection_id');
    if (!bad) {
      const named = answers.filter(({ request }) => request.selectors.connectionId !== undefined);
      if (named.length === 0) return notApplicable('No login names a connection.');
      return ruledOut(
        'The environment knows the connections that logins name.',
        ...named.map(({ request, exchange }) => ({
          label: 'connectionId',
          actual: request.selectors.connectionId ?? '',
          exchange,
        })),
      );
    }
    const known = (connections ?? []).flatMap((found) => found.connections.map(({ id }) => id));
    return confirmed(
      `Scalekit knows no connection ${bad.request.selectors.connectionId ?? ''} here: it is misspelt, deleted, or of another environment or organization.`,
      {
        evidence: [
          {
            label: 'connectionId',
            expected: known.slice(0, 5).join(', ') || 'a connection of this environment',
            actual: bad.request.selectors.connectionId ?? '',
            exchange: bad.exchange,
            ...(bad.request.location ? { location: bad.request.location } : {}),
          },
        ],
      },
    );
  },
  remedy: ({ connections }) => [
    {
      kind: 'steps',
      summary: 'Use a connection of this environment',
      steps: [
        ...(connections ?? [])
          .flatMap((found) => found.connections)
          .slice(0, 5)
          .map(({ id, type, enabled }) => ({
            text: `${id} (${type}, ${enabled ? 'enabled' : 'disabled'})`,
            copy: id,
          })),
        { text: 'Better still, send the organization id: it finds the connection that is active.', copy: 'organizationId' },
      ],
    },
  ],
});
