/** Files that the small apps have in common. */

export function manifest(dependencies: readonly string[], type: 'module' | 'commonjs' = 'module'): string {
  const all = ['@scalekit-sdk/node', ...dependencies];
  return JSON.stringify({ name: 'app', type, dependencies: Object.fromEntries(all.map((name) => [name, '*'])) }, null, 2);
}

export const client = `import { Scalekit } from '@scalekit-sdk/node';

export const redirectUri = process.env.SCALEKIT_REDIRECT_URI;
export const scalekit = new Scalekit(
  process.env.SCALEKIT_ENVIRONMENT_URL,
  process.env.SCALEKIT_CLIENT_ID,
  process.env.SCALEKIT_CLIENT_SECRET,
);
`;

export const clientTs = client.replace(/(process\.env\.\w+)/g, '$1!');
