/** How to try a login, a webhook or the credentials without a customer at hand. No line holds a secret: each reads it from the environment. */
import type { HelpTopic } from './types.ts';

const command = (title: string, line: string): HelpTopic => ({ kind: 'command', section: 'testing', title, command: line });

const anywhere: readonly HelpTopic[] = [
  command(
    'An environment of Scalekit’s on this computer, with users, connections and tokens',
    'npx scalekit-fix sandbox --port 4400',
  ),
  command(
    'The same with a fault switched on, to see how your app takes it',
    'npx scalekit-fix sandbox --fault redirect-uri-mismatch/not-registered',
  ),
  command('A broken app that is found out, mended and proved sound', 'npx scalekit-fix demo'),
  command('Does the environment answer?', 'curl -sS "$SCALEKIT_ENVIRONMENT_URL/.well-known/openid-configuration"'),
  command(
    'Are client id and secret accepted? Only the status is printed',
    'curl -sS -o /dev/null -w "%{http_code}\\n" -d grant_type=client_credentials -d "client_id=$SCALEKIT_CLIENT_ID" --data-urlencode "client_secret=$SCALEKIT_CLIENT_SECRET" "$SCALEKIT_ENVIRONMENT_URL/oauth/token"',
  ),
];

const forWebhooks: readonly HelpTopic[] = [
  command(
    'Does the route refuse a delivery that nobody signed? 400 or 401 is right, 404 means that it is not there',
    'curl -sS -o /dev/null -w "%{http_code}\\n" -X POST -H "content-type: application/json" -d "{}" http://localhost:3000/webhooks/scalekit',
  ),
];

const webhookProblems = new Set(['not-received', 'signature-verification', 'users-not-provisioning', 'group-sync']);

export function testingTopics(problem: string | undefined): readonly HelpTopic[] {
  const webhooks = problem === undefined || webhookProblems.has(problem) ? forWebhooks : [];
  return [
    ...anywhere,
    ...webhooks,
    {
      kind: 'note',
      section: 'testing',
      title:
        'In Scalekit’s dashboard, “Test connection” signs in through one connection and shows what the identity provider sent.',
    },
  ];
}
