/** Which code runs while a Server Component is rendered, and writes cookies there. */
import { expect, it } from 'vitest';
import { analyseCode } from '../../../src/project/code/analyse.ts';
import { renderedWrite } from '../../../src/project/code/server-components.ts';
import { sourceFromText } from '../../../src/project/source-file.ts';

const client = "import { Scalekit } from '@scalekit-sdk/node';\nexport const scalekit = new Scalekit('u', 'i', 's');\n";
const helper = (store: string) => `import { cookies } from 'next/headers';
import { scalekit } from './scalekit';
export async function requireAuth() {
  const jar = await cookies();
  const fresh = await scalekit.refreshAccessToken(jar.get('r').value);
  ${store}
}
`;
const kept = "jar.set('r', fresh.refreshToken);";
const page = (text: string, head = '') => `${head}import { requireAuth } from '../../lib/auth';\n${text}`;
const rendering = 'export default async function Page() {\n  await requireAuth();\n  return null;\n}\n';

async function component(files: Readonly<Record<string, string>>): Promise<string | undefined> {
  const code = await analyseCode({
    files: Object.entries({ 'lib/scalekit.ts': client, ...files }).map(([path, text]) => sourceFromText(path, text)),
    aliases: [],
  });
  const call = code.calls.find(({ method }) => method === 'refreshAccessToken');
  return call && renderedWrite(call, code)?.component.file.path;
}

it.each<readonly [string, string | undefined, Readonly<Record<string, string>>]>([
  ['a page that calls a helper', 'app/dash/page.tsx', { 'lib/auth.ts': helper(kept), 'app/dash/page.tsx': page(rendering) }],
  [
    'the refresh behind another helper',
    'app/dash/page.tsx',
    {
      'lib/auth.ts': `${helper(kept).replace('scalekit.refreshAccessToken(', 'once(')}async function once(token) {
  return scalekit.refreshAccessToken(token);
}
`,
      'app/dash/page.tsx': page(rendering),
    },
  ],
  [
    'a layout of an app in src',
    'src/app/(in)/layout.tsx',
    { 'lib/auth.ts': helper(kept), 'src/app/(in)/layout.tsx': page(rendering).replace('../../lib', '../../../lib') },
  ],
  [
    'a helper that keeps nothing in cookies',
    undefined,
    { 'lib/auth.ts': helper('await save(fresh);'), 'app/dash/page.tsx': page(rendering) },
  ],
  [
    'a route handler',
    undefined,
    { 'lib/auth.ts': helper(kept), 'app/dash/route.ts': page('export async function GET() {\n  await requireAuth();\n}\n') },
  ],
  [
    'a page that hands it on as an action',
    undefined,
    {
      'lib/auth.ts': helper(kept),
      'app/dash/page.tsx': page('export default function Page() {\n  return <form action={requireAuth} />;\n}\n'),
    },
  ],
  [
    'an action inside of a page',
    undefined,
    {
      'lib/auth.ts': helper(kept),
      'app/dash/page.tsx': page(
        "export default function Page() {\n  async function save() {\n    'use server';\n    await requireAuth();\n  }\n  return <form action={save} />;\n}\n",
      ),
    },
  ],
])('%s', async (_what, found, files) => {
  expect(await component(files)).toBe(found);
});
