/** What of the files bears on how the app is started: packages and their scripts, servers, ports, programs that are there. */
import type { FactSheet } from '../../diagnosis/fact-sheet.ts';
import { envFiles } from '../../probes/env-files.ts';
import { projectShape } from '../../probes/project-shape.ts';
import { type Project, textOf } from '../../project/files.ts';
import { isUnder } from '../../project/manifests.ts';
import type { GoFacts } from '../../rehearsal/stage/go-project.ts';
import { loopbackPort } from '../../rehearsal/stage/plan.ts';
import type { PythonFacts } from '../../rehearsal/stage/python-layout.ts';
import type { StartFacts } from '../../rehearsal/stage/start-command.ts';
import type { JvmFacts } from '../../rehearsal/stage/start-jvm.ts';
import { factValue } from '../report.ts';
import { onPath } from './on-path.ts';

interface Read {
  readonly texts: ReadonlyMap<string, string>;
  readonly files: readonly string[];
  readonly redirectUris: readonly string[];
  readonly python: PythonFacts;
  readonly go: GoFacts;
  readonly jvm: JvmFacts;
}

const startsServer =
  /\.listen\(|\bcreateServer\(|\bserve\(|\bDeno\.serve\b|\bBun\.serve\b|\bNestFactory\b|\bcluster\.fork\(|require\(['"][^'"]*(?:server|app)['"]\)/;

export function startFacts(
  sheet: FactSheet,
  project: Project,
  { texts, files, redirectUris, python, go, jvm }: Read,
): StartFacts {
  const shape = factValue(projectShape, sheet);
  const packages = (shape?.packages ?? []).map(({ folder, scripts, dependencies, path: file }) => {
    const manifest = textOf(project, file);
    return {
      folder,
      name: fieldOf(manifest, 'name'),
      scripts,
      dependencies: new Set(dependencies.keys()),
      main: fieldOf(manifest, 'main')?.replace(/^\.\//, ''),
    };
  });
  const env = factValue(envFiles, sheet)?.files.filter(({ role }) => role !== 'template') ?? [];
  const written = env.flatMap(({ entries }) =>
    entries.flatMap(({ name, value }) => (/REDIRECT|CALLBACK/i.test(name) ? [value] : [])),
  );
  return {
    packages,
    packageManager: available(shape?.packageManager, project.io.env['PATH']),
    files: new Set(files),
    servers: new Set([...texts].filter(([, text]) => startsServer.test(text)).map(([file]) => file)),
    redirectPort: [...redirectUris, ...written].map(loopbackPort).find((port) => port !== undefined),
    ports: new Map(
      packages.map(({ folder }) => {
        const named = env
          .filter((one) => one.folder === folder)
          .flatMap(({ entries }) => entries.flatMap(({ name, value }) => (isPortName(name) ? [Number(value)] : [])));
        return [folder, [...named, ...portsIn(new Map([...texts].filter(([file]) => isUnder(folder, file))))]] as const;
      }),
    ),
    procfile: ['Procfile.dev', 'Procfile'].flatMap((name) => textOf(project, name) ?? [])[0],
    python,
    go,
    jvm,
  };
}

/** npm runs the scripts of any other where that one is not there. */
function available<T extends string>(manager: T | undefined, search: string | undefined): T | undefined {
  if (manager === undefined || manager === 'npm') return manager;
  const ends = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  const names = ends.map((end) => manager + end);
  return onPath(search, names) === undefined ? undefined : manager;
}

function fieldOf(manifest: string | undefined, field: string): string | undefined {
  try {
    const value = (JSON.parse(manifest ?? '') as Record<string, unknown>)[field];
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The app's own, not those of what it talks to. */
export function isPortName(name: string): boolean {
  return /^(?:(?:HTTP|APP|API|WEB|SERVER|LISTEN|NODE|BACKEND|SERVICE|AUTH)_)?PORT$/i.test(name);
}

export function portsIn(texts: ReadonlyMap<string, string>): number[] {
  const expressions = [
    /\bPORT\b[^;\n]{0,40}?(?:\?\?|\|\||,|default\()\s*['"]?(\d{4,5})\b/g,
    /\.listen\(\s*\{?\s*(?:port\s*:\s*)?(\d{4,5})\b/g,
    /\bport\s*=\s*(\d{4,5})\b/g,
    /\bport\s*:\s*(\d{4,5})\b/g,
  ];
  return [
    ...new Set(
      expressions.flatMap((expression) =>
        [...texts.values()].flatMap((text) => [...text.matchAll(expression)].map(([, port]) => Number(port))),
      ),
    ),
  ].filter((port) => port < 65_536);
}
