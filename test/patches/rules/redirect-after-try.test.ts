/** Next.js's `redirect()` in a try block: found where the catch swallows it, and moved where that changes nothing else. */
import { expect, it } from 'vitest';
import { redirectAfterTry } from '../../../src/patches/rules/redirect-after-try.ts';
import { applyTextEdits } from '../../../src/patches/text-edits.ts';
import { analyseCode } from '../../../src/project/code/analyse.ts';
import { caughtRedirects } from '../../../src/project/code/caught-redirects.ts';
import { sourceFromText } from '../../../src/project/source-file.ts';

const head = `import { redirect } from 'next/navigation';
import { Scalekit } from '@scalekit-sdk/node';
const scalekit = new Scalekit('u', 'i', 's');
export async function GET() {
`;
const exchange = "    const session = await scalekit.authenticateWithCode('c', 'u');\n    await keep(session);\n";
const refusal = "    return Response.json({ error: 'failed' }, { status: 500 });\n";
const inTry = (redirect: string, caught = refusal): string =>
  `  try {\n${exchange}${redirect}  } catch (error) {\n${caught}  }\n}\n`;

async function look(body: string) {
  const file = sourceFromText('app/callback/route.ts', head + body);
  const { calls } = await analyseCode({ files: [file], aliases: [] });
  const [found] = caughtRedirects(calls);
  const result = found && redirectAfterTry(found.node, found.around, found.module);
  return { found: found !== undefined, text: result && applyTextEdits(file.text, result.edits).slice(head.length) };
}

it('is moved behind the try statement where it is the last of its block', async () => {
  expect(await look(inTry("    redirect('/home');\n"))).toEqual({
    found: true,
    text: `  try {\n${exchange}  } catch (error) {\n${refusal}  }\n  redirect('/home');\n}\n`,
  });
});

it.each([
  ['it needs what the block declares', inTry('    redirect(session.to);\n')],
  ['more comes behind it', inTry("    if (a) redirect('/home');\n    redirect('/new');\n")],
  ['the catch goes on behind the try statement', inTry("    redirect('/home');\n", '    log(error);\n')],
])('is found and left to the steps where %s', async (_what, body) => {
  expect(await look(body)).toEqual({ found: true, text: undefined });
});

it.each([
  ['the catch throws on', inTry("    redirect('/home');\n", '    throw error;\n')],
  ['the catch knows it', inTry("    redirect('/home');\n", `    unstable_rethrow(error);\n${refusal}`)],
  ['it stands in the catch itself', inTry('', "    redirect('/login?error=1');\n")],
  ['it stands behind', `  try {\n${exchange}  } catch {\n${refusal}  }\n  redirect('/home');\n}\n`],
  ['there is no catch', `  try {\n${exchange}    redirect('/home');\n  } finally {\n    done();\n  }\n}\n`],
])('is no fault where %s', async (_what, body) => {
  expect((await look(body)).found).toBe(false);
});
