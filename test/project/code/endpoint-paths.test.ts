/** Paths behind Scalekit's address that other servers have. */
import { describe, expect, it } from 'vitest';
import { analyseCode } from '../../../src/project/code/analyse.ts';
import { sourceFromText } from '../../../src/project/source-file.ts';

async function found(code: string) {
  const { wrongEndpoints } = await analyseCode({ files: [sourceFromText('app.ts', code)], aliases: [] });
  return wrongEndpoints.map(({ path, real, at: { file, start, end } }) => [path, real, file.text.slice(start, end)]);
}

const env = 'const env = process.env.SCALEKIT_ENVIRONMENT_URL;\n';

describe('an address that is written by hand', () => {
  it.each([
    ['a template', `${env}location.href = \`\${env}/oauth2/authorize?\${query}\`;`, '/oauth2/authorize', '/oauth/authorize'],
    [
      'a template that ends in the query',
      `${env}location.href = \`\${env}/authorize\${query}\`;`,
      '/authorize',
      '/oauth/authorize',
    ],
    ['a domain', 'go(`https://${process.env.SCALEKIT_DOMAIN}/v1/authorize?${q}`);', '/v1/authorize', '/oauth/authorize'],
    ['a sum', `${env}fetch(env + '/connect/token');`, '/connect/token', '/oauth/token'],
    ['a whole address', "fetch('https://acme.scalekit.dev/v1/token');", '/v1/token', '/oauth/token'],
    [
      'a URL on a base',
      "const scalekit = 1;\nnew URL('/oauth2/v1/keys', 'https://acme.scalekit.com');",
      '/oauth2/v1/keys',
      '/keys',
    ],
    ['the logout of others', `${env}const url = \`\${env}/v2/logout?\${query}\`;`, '/v2/logout', '/oidc/logout'],
    [
      'the discovery document misspelt',
      `${env}fetch(\`\${env}/.well-known/openid-config\`);`,
      '/.well-known/openid-config',
      '/.well-known/openid-configuration',
    ],
    [
      'options of a library',
      `${env}strategy({ tokenURL: \`\${env}/oauth/access_token\` });`,
      '/oauth/access_token',
      '/oauth/token',
    ],
  ])('%s', async (_what, code, path, real) => {
    expect(await found(code)).toEqual([[path, real, path]]);
  });

  it.each([
    [
      'the right ones',
      `${env}fetch(\`\${env}/oauth/token\`); go(\`\${env}/oauth/authorize?\${q}\`); go(env + '/keys'); go(env + '/oidc/logout');`,
    ],
    ['the discovery document', `${env}fetch(env + '/.well-known/openid-configuration');`],
    ['the API', `${env}fetch(\`\${env}/api/v1/organizations/\${id}\`);`],
    ['routes of the app itself', "const scalekit = 1;\napp.get('/oauth2/authorize', go);\napp.post('/token', go);"],
    ['another server', 'const scalekit = 1;\nfetch(`${process.env.OKTA_ISSUER}/oauth2/v1/token`);'],
    ['a path that is put together', `${env}fetch(\`\${env}/\${part}/token\`);`],
    ['the documentation', "const scalekit = 1;\nopen('https://docs.scalekit.com/oauth2/token');"],
  ])('is none of these: %s', async (_what, code) => {
    expect(await found(code)).toEqual([]);
  });
});
