/** How the app is started, from its manifests: what its own scripts say first. Pure. */
import type { StartChoice } from './facts.ts';
import type { GoFacts } from './go-project.ts';
import type { PythonFacts } from './python-layout.ts';
import { ofGo } from './start-go.ts';
import { type JvmFacts, ofJvm } from './start-jvm.ts';
import { hasClient, ofNode, type PackageFacts } from './start-node.ts';
import { ofPython } from './start-python.ts';

export interface StartFacts {
  readonly packages: readonly PackageFacts[];
  /** One that is there to run. */
  readonly packageManager: string | undefined;
  readonly files: ReadonlySet<string>;
  /** Files whose text starts a server. */
  readonly servers: ReadonlySet<string>;
  /** Port of the redirect URI, where it is known. */
  readonly redirectPort: number | undefined;
  /** Ports by package folder, as its env files and code have them. */
  readonly ports: ReadonlyMap<string, readonly number[]>;
  /** Text of a Procfile, by its path. */
  readonly procfile: string | undefined;
  readonly python: PythonFacts;
  readonly go?: GoFacts;
  readonly jvm?: JvmFacts;
}

/** Where the command names the port, a place is kept for it. */
export function startCommand(facts: StartFacts): StartChoice | undefined {
  // A frontend beside the app that speaks with Scalekit is not what is started.
  const speaks = (texts: ReadonlyMap<string, string> | undefined): boolean =>
    !facts.packages.some(hasClient) && [...(texts?.values() ?? [])].some((text) => /scalekit/i.test(text));
  const python = (): StartChoice | undefined => ofPython(facts.python);
  const go = (): StartChoice | undefined => facts.go && ofGo(facts.go);
  const jvm = (): StartChoice | undefined => facts.jvm && ofJvm(facts.jvm);
  return (
    (speaks(facts.python.texts) ? python() : undefined) ??
    (speaks(facts.go?.texts) ? go() : undefined) ??
    (facts.jvm?.speaksOfScalekit && !facts.packages.some(hasClient) ? jvm() : undefined) ??
    ofNode(facts) ??
    python() ??
    ofProcfile(facts) ??
    go() ??
    jvm()
  );
}

function ofProcfile({ procfile, python }: StartFacts): StartChoice | undefined {
  const lines = [...(procfile ?? '').matchAll(/^([\w-]+):\s*(.+)$/gm)].map(
    ([, name = '', line = '']) => [name, line.trim()] as const,
  );
  const web = ['web', 'server', 'api', 'app', 'backend'].flatMap((name) => lines.find(([own]) => own === name)?.[1] ?? [])[0];
  if (web === undefined) return undefined;
  // gunicorn and its like lie in the project's own environment.
  const programs = python.interpreters.get('')?.program.replace(/\/[^/]*$/, '');
  const line = programs === undefined ? web : `PATH='${programs}':"$PATH"; export PATH; ${web}`;
  return { folder: '', shown: web, file: 'sh', args: ['-c', line] };
}

/** What can be said where no command is found. */
export function whyNoStart({ files }: Pick<StartFacts, 'files'>): string | undefined {
  const compose = [...files].find((file) => /(?:^|\/)(?:docker-)?compose(?:\.[\w-]+)?\.ya?ml$/.test(file));
  const container = compose ?? [...files].find((file) => /(?:^|\/)(?:Dockerfile|Containerfile)$/.test(file));
  return container === undefined
    ? undefined
    : `The files start the app in a container (${container}): run scalekit-fix rehearse --attach, and start the container with the variables that it prints.`;
}
