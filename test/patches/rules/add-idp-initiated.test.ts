/** The handler of a login takes one that the identity provider starts, in each framework's words. */
import { describe, expect, it } from 'vitest';
import { addIdpInitiated } from '../../../src/patches/rules/add-idp-initiated.ts';
import { applyTextEdits } from '../../../src/patches/text-edits.ts';
import { analyseCode } from '../../../src/project/code/analyse.ts';
import { sourceFromText } from '../../../src/project/source-file.ts';
import { syntaxErrors } from '../remedies/harness.ts';
import { client, clientTs } from '../remedies/parts.ts';

interface Login {
  readonly framework: string;
  readonly path: string;
  readonly code: string;
  readonly lines: readonly string[];
}

const verified = 'claims = await scalekit.getIdpInitiatedLoginClaims(assertion);';

const logins: readonly Login[] = [
  {
    framework: 'Express in TypeScript',
    path: 'src/login.ts',
    code: `import express from 'express';
import { scalekit, redirectUri } from './scalekit';

const app = express();
app.get('/login', (req, res) => {
  res.redirect(scalekit.getAuthorizationUrl(redirectUri, { organizationId: 'org_1', scopes: ['openid'] }));
});
`,
    lines: [
      verified,
      "if (typeof assertion === 'string') {",
      "res.redirect(scalekit.getAuthorizationUrl(redirectUri, { ...(claims ? { connectionId: claims.connection_id, loginHint: claims.login_hint } : { organizationId: 'org_1' }), scopes: ['openid'] }));",
    ],
  },
  {
    framework: 'Express, an arrow function without a block',
    path: 'src/login.js',
    code: `import express from 'express';
import { scalekit, redirectUri } from './scalekit.js';

const app = express();
app.get('/login', (req, res) => res.redirect(scalekit.getAuthorizationUrl(redirectUri)));
`,
    lines: [verified, "app.get('/login', async (req, res) => {"],
  },
  {
    framework: 'Next.js, app router, no parameter',
    path: 'app/login/route.ts',
    code: `import { scalekit, redirectUri } from '../../src/scalekit';

export async function GET() {
  const url = scalekit.getAuthorizationUrl(redirectUri, {
    organizationId: process.env.ORGANIZATION_ID,
    state: crypto.randomUUID(),
  });
  return Response.redirect(url);
}
`,
    lines: [
      'export async function GET(request: Request) {',
      "const assertion = new URL(request.url).searchParams.get('idp_initiated_login');",
      '? { connectionId: claims.connection_id, loginHint: claims.login_hint }',
      ': { organizationId: process.env.ORGANIZATION_ID }),',
    ],
  },
  {
    framework: 'Next.js, pages router',
    path: 'pages/api/login.js',
    code: `import { scalekit, redirectUri } from '../../src/scalekit';

export default function handler(req, res) {
  res.redirect(scalekit.getAuthorizationUrl(redirectUri, { domainHint: 'acme.example' }));
}
`,
    lines: [verified, 'export default async function handler(req, res) {'],
  },
  {
    framework: 'NestJS',
    path: 'src/auth.controller.ts',
    code: `import { Controller, Get, Redirect } from '@nestjs/common';
import { scalekit, redirectUri } from './scalekit';

@Controller('auth')
export class AuthController {
  @Get('login')
  @Redirect()
  login() {
    return { url: scalekit.getAuthorizationUrl(redirectUri, { organizationId: 'org_1' }) };
  }
}
`,
    lines: [
      "async login(@Query('idp_initiated_login') idpInitiatedLogin: string | undefined) {",
      'claims = await scalekit.getIdpInitiatedLoginClaims(idpInitiatedLogin);',
      "throw new BadRequestException({ error: 'invalid idp_initiated_login' });",
    ],
  },
  {
    framework: 'Hono',
    path: 'src/index.js',
    code: `import { Hono } from 'hono'
import { scalekit, redirectUri } from './scalekit.js'

const app = new Hono()
app.get('/login', (c) => c.redirect(scalekit.getAuthorizationUrl(redirectUri, { organizationId: c.req.query('org') })))
`,
    lines: [
      'claims = await scalekit.getIdpInitiatedLoginClaims(assertion)',
      "const assertion = c.req.query('idp_initiated_login')",
    ],
  },
];

describe('a login handler without the branch for the identity provider', () => {
  it.each(logins.map((login) => [login.framework, login] as const))('%s', async (_framework, { path, code, lines }) => {
    const analysis = await analyseCode({
      files: [sourceFromText(path, code), sourceFromText('src/scalekit.ts', path.endsWith('ts') ? clientTs : client)],
      aliases: [],
    });
    const [handler] = analysis.handlers;
    const result = handler && addIdpInitiated(handler, analysis.modules);
    expect(result?.sure).toBe(true);
    const patched = applyTextEdits(code, result?.edits ?? []);
    expect(await syntaxErrors(path, patched)).toEqual([]);
    const written = patched.split('\n').map((line) => line.trim());
    for (const line of lines) expect(written).toContain(line);
    // A second time there is nothing to add.
    const again = await analyseCode({ files: [sourceFromText(path, patched)], aliases: [] });
    expect(again.handlers[0]?.reached.some(({ node }) => node.text.includes('idp_initiated_login'))).toBe(true);
  });
});
