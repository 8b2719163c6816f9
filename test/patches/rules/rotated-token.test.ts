/** The rotated refresh token is stored by the same kind of write that stored the first one. */
import { expect, it } from 'vitest';
import { storeRotatedToken } from '../../../src/patches/rules/store-rotated-token.ts';
import { applyTextEdits } from '../../../src/patches/text-edits.ts';
import { analyseCode } from '../../../src/project/code/analyse.ts';
import { sourceFromText } from '../../../src/project/source-file.ts';
import { syntaxErrors } from '../remedies/harness.ts';

const head = "import { Scalekit } from '@scalekit-sdk/node';\nconst scalekit = new Scalekit('u', 'i', 's');\n";
const refresh = (body: string): string => `async function renew(req, res) {\n${body}}\n`;
const login = (store: string): string =>
  `async function callback(req, res) {\n  const { accessToken, refreshToken } = await scalekit.authenticateWithCode(req.query.code, 'u');\n  ${store}\n}\n`;

/** Lines that the patch adds, in order, and whether it is sure. */
async function added(first: string, body: string) {
  const file = sourceFromText('app.js', head + login(first) + refresh(body));
  const { calls, modules } = await analyseCode({ files: [file], aliases: [] });
  const call = calls.find(({ method }) => method === 'refreshAccessToken');
  const result = call && storeRotatedToken(call, modules);
  if (!result) return undefined;
  const text = applyTextEdits(file.text, result.edits);
  expect(await syntaxErrors('app.js', text)).toEqual([]);
  const before = file.text.split('\n');
  return {
    lines: text
      .split('\n')
      .filter((line) => !before.includes(line))
      .map((line) => line.trim()),
    sure: result.sure,
  };
}

const again = '  const r = await scalekit.refreshAccessToken(req.cookies.refresh_token);\n';

it.each([
  [
    'a cookie with its own options',
    "res.cookie('refresh_token', refreshToken, { httpOnly: true, maxAge: 2592000000 });",
    `${again}  res.cookie('access_token', r.accessToken, { httpOnly: true });\n`,
    ["res.cookie('refresh_token', r.refreshToken, { httpOnly: true, maxAge: 2592000000 });"],
    true,
  ],
  [
    'a cookie whose options only the login has',
    "const keep = { httpOnly: true };\n  res.cookie('refresh_token', refreshToken, keep);",
    `${again}  res.cookie('access_token', r.accessToken, { secure: true });\n`,
    ["res.cookie('refresh_token', r.refreshToken, { secure: true });"],
    false,
  ],
  [
    'a name that is taken',
    "res.cookie('refreshToken', refreshToken);",
    "  const { refreshToken } = req.cookies;\n  const { accessToken } = await scalekit.refreshAccessToken(refreshToken);\n  res.cookie('accessToken', accessToken);\n",
    [
      'const { accessToken, refreshToken: rotatedToken } = await scalekit.refreshAccessToken(refreshToken);',
      "res.cookie('refreshToken', rotatedToken);",
    ],
    true,
  ],
  [
    'a row of a table',
    'await db.session.create({ data: { accessToken, refreshToken } });',
    '  const r = await scalekit.refreshAccessToken(req.row.refreshToken);\n  await db.session.update({ where: { id: 1 }, data: { accessToken: r.accessToken } });\n',
    ['await db.session.update({ where: { id: 1 }, data: { accessToken: r.accessToken, refreshToken: r.refreshToken } });'],
    true,
  ],
  [
    'a store with keys',
    "store.set('refresh_token', refreshToken);",
    `${again}  store.set('access_token', r.accessToken);\n`,
    ["store.set('refresh_token', r.refreshToken);"],
    true,
  ],
  [
    'the new one is taken out and dropped',
    'request.session.refreshToken = refreshToken;',
    '  const { accessToken, refreshToken } = await scalekit.refreshAccessToken(req.session.refreshToken);\n  req.session.accessToken = accessToken;\n',
    ['req.session.refreshToken = refreshToken;'],
    true,
  ],
])('%s', async (_what, first, body, lines, sure) => {
  const found = await added(first, body);
  expect(found).toEqual({ lines, sure });
});

it.each([
  [
    'the login does not store it',
    'req.log(accessToken, refreshToken);',
    `${again}  res.cookie('access_token', r.accessToken);\n`,
  ],
  ['it is only sent', "res.cookie('refresh_token', refreshToken);", `${again}  res.json({ accessToken: r.accessToken });\n`],
  [
    'it is a row of numbers',
    "res.cookie('refresh_token', refreshToken);",
    `${again}  await db.query('UPDATE s SET t = $1', [r.accessToken]);\n`,
  ],
])('is left to the steps where %s', async (_what, first, body) => {
  expect(await added(first, body)).toBeUndefined();
});
