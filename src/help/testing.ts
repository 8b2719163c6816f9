/** How to try a login, a webhook or the credentials without a customer at hand. No line holds a secret: each reads it from the environment. */
import type { HelpLine } from './types.ts';

const command = (text: string, line: string): HelpLine => ({ kind: 'command', text, command: line });

const anywhere: readonly HelpLine[] = [
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

const forWebhooks: readonly HelpLine[] = [
  command(
    'Does the route refuse a delivery that nobody signed? 400 or 401 is right, 404 means that it is not there',
    'curl -sS -o /dev/null -w "%{http_code}\\n" -X POST -H "content-type: application/json" -d "{}" http://localhost:3000/webhooks/scalekit',
  ),
];

const webhookProblems = new Set(['not-received', 'signature-verification', 'users-not-provisioning', 'group-sync']);

export function testingLines(problem: string | undefined): readonly HelpLine[] {
  const webhooks = problem === undefined || webhookProblems.has(problem) ? forWebhooks : [];
  return [
    ...anywhere,
    ...webhooks,
    {
      kind: 'text',
      text: 'In Scalekit’s dashboard, “Test connection” signs in through one connection and shows what the identity provider sent.',
    },
  ];
}
