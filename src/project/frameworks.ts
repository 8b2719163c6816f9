/** Which frameworks the manifests name, where their apps lie, and what each does with env files. Pure over manifests and file names. */
import { inFolder, isUnder, type Language, type OtherManifest, type PackageJson } from './manifests.ts';

export type FrameworkId =
  | 'nextjs'
  | 'nestjs'
  | 'sveltekit'
  | 'nuxt'
  | 'remix'
  | 'react-router'
  | 'astro'
  | 'create-react-app'
  | 'vite'
  | 'express'
  | 'fastify'
  | 'hono'
  | 'koa'
  | 'hapi'
  | 'elysia'
  | 'node'
  | 'fastapi'
  | 'flask'
  | 'django'
  | 'python'
  | 'gin'
  | 'echo'
  | 'fiber'
  | 'chi'
  | 'go'
  | 'spring'
  | 'quarkus'
  | 'java';

export interface Framework {
  readonly id: FrameworkId;
  readonly name: string;
  readonly language: Language;
  /** Folder of the app; '' is the project folder. */
  readonly folder: string;
  /** The range or version that the manifest names. */
  readonly version: string | undefined;
  readonly manifest: string;
  /** Next.js only: which routers have files. */
  readonly routers: readonly ('app' | 'pages')[];
}

interface Known {
  readonly id: FrameworkId;
  readonly name: string;
  readonly packages: readonly string[];
}

/** Best first: what stands on another one comes before it. A `*` at the end takes every package of a scope. */
const knownNode: readonly Known[] = [
  { id: 'nextjs', name: 'Next.js', packages: ['next'] },
  { id: 'nestjs', name: 'NestJS', packages: ['@nestjs/core'] },
  { id: 'sveltekit', name: 'SvelteKit', packages: ['@sveltejs/kit'] },
  { id: 'nuxt', name: 'Nuxt', packages: ['nuxt', 'nuxt3', 'nuxt-edge'] },
  { id: 'remix', name: 'Remix', packages: ['@remix-run/node', '@remix-run/react', '@remix-run/express'] },
  { id: 'react-router', name: 'React Router', packages: ['@react-router/node', '@react-router/dev', '@react-router/serve'] },
  { id: 'astro', name: 'Astro', packages: ['astro'] },
  { id: 'fastify', name: 'Fastify', packages: ['fastify'] },
  { id: 'hono', name: 'Hono', packages: ['hono'] },
  { id: 'koa', name: 'Koa', packages: ['koa'] },
  { id: 'hapi', name: 'hapi', packages: ['@hapi/hapi'] },
  { id: 'elysia', name: 'Elysia', packages: ['elysia'] },
  { id: 'express', name: 'Express', packages: ['express'] },
  { id: 'create-react-app', name: 'Create React App', packages: ['react-scripts'] },
  { id: 'vite', name: 'Vite', packages: ['vite'] },
];

interface KnownOther {
  readonly id: FrameworkId;
  readonly name: string;
  readonly language: OtherManifest['language'];
  readonly mention: RegExp;
}

const knownOther: readonly KnownOther[] = [
  { id: 'fastapi', name: 'FastAPI', language: 'python', mention: pythonPackage('fastapi') },
  { id: 'flask', name: 'Flask', language: 'python', mention: pythonPackage('flask') },
  { id: 'django', name: 'Django', language: 'python', mention: pythonPackage('django') },
  { id: 'gin', name: 'Gin', language: 'go', mention: /github\.com\/gin-gonic\/gin\s+(v\S+)/ },
  { id: 'echo', name: 'Echo', language: 'go', mention: /github\.com\/labstack\/echo(?:\/v\d+)?\s+(v\S+)/ },
  { id: 'fiber', name: 'Fiber', language: 'go', mention: /github\.com\/gofiber\/fiber(?:\/v\d+)?\s+(v\S+)/ },
  { id: 'chi', name: 'chi', language: 'go', mention: /github\.com\/go-chi\/chi(?:\/v\d+)?\s+(v\S+)/ },
  { id: 'quarkus', name: 'Quarkus', language: 'java', mention: /io\.quarkus()/ },
  { id: 'spring', name: 'Spring', language: 'java', mention: /org\.springframework()/ },
];

const plain: Readonly<Record<OtherManifest['language'], { readonly id: FrameworkId; readonly name: string }>> = {
  python: { id: 'python', name: 'Python' },
  go: { id: 'go', name: 'Go' },
  java: { id: 'java', name: 'Java' },
};

/** One for each app: the most telling framework of every manifest. */
export function detectFrameworks(
  packages: readonly PackageJson[],
  manifests: readonly OtherManifest[],
  files: readonly string[],
): readonly Framework[] {
  return [...packages.flatMap((manifest) => nodeFramework(manifest, packages, files)), ...otherFrameworks(manifests)];
}

/** A `pip` name in requirements, pyproject or Pipfile, with the version beside it; upper and lower case, `-` and `_` are the same. */
export function pythonPackage(name: string): RegExp {
  return new RegExp(
    `(?:^|["'\\s,[])${name.replaceAll('-', '[-_.]')}(?:\\[[^\\]\\n]{0,200}\\])?(?![\\w.-])\\s*(?:=\\s*(?=["']))?["']?(?:===?|[~>]=|[~^])?\\s*(\\d[\\w.]*)?`,
    'im',
  );
}

function nodeFramework(manifest: PackageJson, packages: readonly PackageJson[], files: readonly string[]): Framework[] {
  const known = knownNode.find(({ packages: names }) => names.some((name) => manifest.dependencies.has(name)));
  // The root of a workspace has no app of its own unless it names a framework.
  if (!known && (manifest.isWorkspaceRoot || (packages.length > 1 && manifest.dependencies.size === 0))) return [];
  const version = known?.packages.map((name) => manifest.dependencies.get(name)).find((range) => range !== undefined);
  return [
    {
      id: known?.id ?? 'node',
      name: known?.name ?? 'Node.js',
      language: usesTypeScript(manifest, files) ? 'typescript' : 'javascript',
      folder: manifest.folder,
      version,
      manifest: manifest.path,
      routers: known?.id === 'nextjs' ? nextRouters(manifest.folder, files) : [],
    },
  ];
}

function usesTypeScript(manifest: PackageJson, files: readonly string[]): boolean {
  if (manifest.dependencies.has('typescript') || files.includes(inFolder(manifest.folder, 'tsconfig.json'))) return true;
  const own = files.filter((file) => isUnder(manifest.folder, file));
  return own.some((file) => /(?<!\.d)\.[cm]?tsx?$/.test(file));
}

function nextRouters(folder: string, files: readonly string[]): ('app' | 'pages')[] {
  const inside = (start: string): boolean =>
    files.some((file) => file.startsWith(inFolder(folder, start)) && /\.([cm]?[jt]sx?|mdx)$/.test(file));
  return (['app', 'pages'] as const).filter((router) => inside(`${router}/`) || inside(`src/${router}/`));
}

function otherFrameworks(manifests: readonly OtherManifest[]): Framework[] {
  const apps = new Map<string, Framework>();
  for (const manifest of manifests) {
    const key = `${manifest.language} ${manifest.folder}`;
    const known = knownOther.find(({ language, mention }) => language === manifest.language && mention.test(manifest.text));
    if (!known && apps.has(key)) continue;
    const before = apps.get(key);
    if (before && before.id !== plain[manifest.language].id) continue;
    apps.set(key, {
      id: known?.id ?? plain[manifest.language].id,
      name: known?.name ?? plain[manifest.language].name,
      language: manifest.language,
      folder: manifest.folder,
      version: known?.mention.exec(manifest.text)?.[1] || undefined,
      manifest: manifest.path,
      routers: [],
    });
  }
  return [...apps.values()];
}
