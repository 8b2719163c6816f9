/** The packages of an app that have a say in its login (frameworks, sessions, tokens, HTTP, env files), with the version in use. Reads, changes nothing. */
import type { Project } from './files.ts';
import type { Framework } from './frameworks.ts';
import type { PackageJson } from './manifests.ts';
import { nodePackageInUse } from './sdk.ts';

export interface RelevantPackage {
  readonly name: string;
  /** The range of the manifest. */
  readonly asked: string | null;
  readonly version: string | null;
  readonly certainty: 'installed' | 'locked' | 'asked';
  /** Folder of the app; '' is the project folder. */
  readonly folder: string;
}

const MOST = 60;

/** By name or scope: what handles requests, bodies, cookies, sessions, tokens, SAML, webhooks, env files, or is Scalekit's. */
const relevant =
  /^(?:@scalekit[^/]*\/.+|next|nuxt|astro|express|fastify|koa|hono|elysia|@hapi\/hapi|@nestjs\/(?:core|common|config|passport|jwt|platform-(?:express|fastify))|@sveltejs\/kit|@remix-run\/.+|@react-router\/.+|@fastify\/(?:cookie|session|secure-session|jwt|formbody)|fastify-raw-body|koa-(?:session|body|bodyparser)|next-auth|@auth\/.+|iron-session|(?:express|cookie|client)-sessions?|connect-[\w-]+|cookie|cookie-parser|body-parser|raw-body|cors|csurf|helmet|passport(?:-[\w-]+)?|@node-saml\/.+|jose|jsonwebtoken|jwks-rsa|openid-client|oauth4webapi|express-jwt|standardwebhooks|svix|axios|undici|got|node-fetch|https?-proxy-agent|dotenv(?:-[\w-]+)?|@dotenvx\/dotenvx|@bufbuild\/protobuf|@connectrpc\/.+|typescript|vite)$/;

export function relevantPackages(
  project: Project,
  { packages, frameworks }: { readonly packages: readonly PackageJson[]; readonly frameworks: readonly Framework[] },
): readonly RelevantPackage[] {
  const node = packages.flatMap(({ dependencies, folder }) =>
    [...dependencies].filter(([name]) => relevant.test(name)).map(([name, asked]) => ({ name, asked, folder })),
  );
  const inNode = node.slice(0, MOST).map(({ name, asked, folder }): RelevantPackage => {
    const used = nodePackageInUse(project, folder, name);
    return { name, asked, version: used?.version ?? null, certainty: used?.certainty ?? 'asked', folder };
  });
  const elsewhere = frameworks
    .filter(({ language }) => language !== 'javascript' && language !== 'typescript')
    .map(
      ({ name, version, folder }): RelevantPackage => ({
        name,
        asked: version ?? null,
        version: null,
        certainty: 'asked',
        folder,
      }),
    );
  const order = (one: RelevantPackage): string => `${one.folder}\0${one.name}`;
  return [...inNode, ...elsewhere].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
