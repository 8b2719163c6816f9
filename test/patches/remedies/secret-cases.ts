/** Secrets that stand in the source code, with an env file that may take them. */
import type { RemedyCase } from './harness.ts';
import { client, clientTs, manifest } from './parts.ts';

const literal = "'test_Q2xpZW50U2VjcmV0T2ZTb21lYm9keQ'";
const env = 'SCALEKIT_ENVIRONMENT_URL=https://acme.scalekit.dev\nSCALEKIT_CLIENT_ID=skc_1234567890\n';
const server = `import express from 'express';
import { scalekit, redirectUri } from './scalekit.js';

const app = express();
app.get('/organizations', async (_req, res) => res.json({ redirectUri, list: await scalekit.organization.listOrganization({ pageSize: 10 }) }));
app.listen(3000);
`;

export const secretCases: readonly RemedyCase[] = [
  {
    shape: 'JavaScript, the value goes to the env file',
    finding: 'hard-coded-secret/in-source',
    files: {
      'package.json': manifest(['express', 'dotenv']),
      '.env': env,
      'src/scalekit.js': `import 'dotenv/config';\n${client.replace('process.env.SCALEKIT_CLIENT_SECRET', literal)}`,
      'src/server.js': server,
    },
    lines: ['process.env.SCALEKIT_CLIENT_SECRET,', `SCALEKIT_CLIENT_SECRET=${literal.slice(1, -1)}`],
    masked: true,
  },
  {
    shape: 'TypeScript, the env file has it already',
    finding: 'hard-coded-secret/in-source',
    files: {
      'package.json': manifest(['express', 'dotenv']),
      '.env': `${env}SCALEKIT_CLIENT_SECRET=${literal.slice(1, -1)}\n`,
      'src/scalekit.ts': `import 'dotenv/config';\n${clientTs.replace('process.env.SCALEKIT_CLIENT_SECRET!', literal)}`,
      'src/server.ts': server,
    },
    lines: ['process.env.SCALEKIT_CLIENT_SECRET!,'],
    masked: true,
  },
  {
    shape: 'the public name goes through a helper of the project, and a schema describes it',
    finding: 'client-side-secret/exposed-variable',
    files: {
      'package.json': manifest(['express', 'dotenv']),
      '.env': `${env}NEXT_PUBLIC_SCALEKIT_CLIENT_SECRET=${literal.slice(1, -1)}\n`,
      'src/need.ts': `import 'dotenv/config';
export const described = { NEXT_PUBLIC_SCALEKIT_CLIENT_SECRET: 'string' } as const;
export function need(name: keyof typeof described | 'SCALEKIT_ENVIRONMENT_URL' | 'SCALEKIT_CLIENT_ID'): string {
  const value = process.env[name];
  if (!value) throw new Error(\`Set \${name}.\`);
  return value;
}
`,
      'src/scalekit.ts': `import { Scalekit } from '@scalekit-sdk/node';
import { need } from './need.ts';

export const scalekit = new Scalekit(need('SCALEKIT_ENVIRONMENT_URL'), need('SCALEKIT_CLIENT_ID'), need('NEXT_PUBLIC_SCALEKIT_CLIENT_SECRET'));
export const redirectUri = 'http://localhost:3000/callback';
`,
      'src/server.ts': server,
    },
    lines: [
      "export const described = { SCALEKIT_CLIENT_SECRET: 'string' } as const;",
      "export const scalekit = new Scalekit(need('SCALEKIT_ENVIRONMENT_URL'), need('SCALEKIT_CLIENT_ID'), need('SCALEKIT_CLIENT_SECRET'));",
      `SCALEKIT_CLIENT_SECRET=${literal.slice(1, -1)}`,
    ],
    masked: true,
  },
];
