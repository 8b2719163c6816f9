/** What the files tell of an app on the JVM: its build, a jar that is ready, and what its configuration sets. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Project, textOf } from '../../project/files.ts';
import { folderOf, inFolder } from '../../project/manifests.ts';
import { isSpringConfig } from '../../project/spring-config.ts';
import type { JvmFacts, JvmFolder } from '../../rehearsal/stage/start-jvm.ts';
import { type SpringValue, springValues, variableOf } from './spring-settings.ts';

export interface Jvm extends JvmFacts {
  readonly values: readonly SpringValue[];
  /** Variables over properties that the code reads and that no file sets. */
  readonly unset: readonly string[];
  /** Set over the file's own port. */
  readonly portVariables: readonly { readonly name: string; readonly before: string }[];
}

const BUILD = /(?:^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?)$/;
const SOURCE = /\.(?:java|kt|groovy|scala)$/;
const MOST_JAR = 300 * 1024 * 1024;

export async function jvmFacts(project: Project): Promise<Jvm> {
  const files = await project.list();
  const builds = files.filter((file) => BUILD.test(file));
  if (builds.length === 0) return { folders: [], speaksOfScalekit: false, values: [], unset: [], portVariables: [] };
  const written = (file: string): string => textOf(project, file) ?? '';
  const mentions = await project.filesMentioning(['scalekit', 'Scalekit', 'SCALEKIT', 'SpringApplication', '@Value(']);
  const sources = mentions.map(({ path: file }) => file).filter((file) => SOURCE.test(file));
  const speaking = sources.filter((file) => /scalekit/i.test(written(file)));
  const configs = new Map(files.filter((file) => isSpringConfig(file) && isMain(file)).map((file) => [file, written(file)]));
  const values = springValues(configs);
  const folders = builds
    .map((file) => jvmFolder(file, written(file), files, project.root))
    .filter(({ folder, plugin }) => plugin !== undefined || sources.some((file) => file.startsWith(inFolder(folder, 'src/'))))
    .sort((a, b) => score(b, speaking) - score(a, speaking) || a.folder.length - b.folder.length);
  const speaksOfScalekit = speaking.length > 0 || [...configs.values()].some((text) => /scalekit/i.test(text));
  const portVariables = folders.map(({ plugin }) => ({
    name: plugin === 'quarkus' ? 'QUARKUS_HTTP_PORT' : 'SERVER_PORT',
    before: '',
  }));
  return {
    folders,
    speaksOfScalekit,
    values,
    unset: unsetIn(sources.map(written), values),
    portVariables: portVariables.slice(0, 1),
  };
}

/** Of tests' resources nothing is in force. */
function isMain(file: string): boolean {
  return !/(?:^|\/)(?:src\/test|target|build)\//.test(file);
}

function score({ plugin, folder }: JvmFolder, speaking: readonly string[]): number {
  return Number(plugin !== undefined) * 2 + Number(speaking.some((file) => file.startsWith(inFolder(folder, 'src/'))));
}

function jvmFolder(file: string, text: string, files: readonly string[], root: string): JvmFolder {
  const folder = folderOf(file);
  const build = file.endsWith('pom.xml') ? 'maven' : 'gradle';
  const script = build === 'maven' ? 'mvnw' : 'gradlew';
  const home = [folder, path.posix.dirname(folder), ''].find((place) =>
    files.includes(inFolder(place === '.' ? '' : place, script)),
  );
  return {
    folder,
    build,
    plugin: /spring-boot-maven-plugin|org\.springframework\.boot/.test(text)
      ? 'spring'
      : /quarkus-maven-plugin|io\.quarkus/.test(text)
        ? 'quarkus'
        : undefined,
    wrapper: home === undefined ? undefined : path.posix.join(path.posix.relative(folder, home === '.' ? '' : home), script),
    jar: jarOf(path.join(root, folder), build),
  };
}

/** One that runs by itself, and was built after the last change. */
function jarOf(folder: string, build: JvmFolder['build']): string | undefined {
  const out = build === 'maven' ? 'target' : 'build/libs';
  try {
    const jars = readdirSync(path.join(folder, out))
      .filter((name) => name.endsWith('.jar') && !/-(?:plain|sources|javadoc|tests)\.jar$/.test(name))
      .map((name) => ({ name, ...timesOf(path.join(folder, out, name)) }))
      .sort((a, b) => b.changed - a.changed);
    const [newest] = jars;
    if (!newest || newest.size > MOST_JAR || newest.changed < newestIn(folder)) return undefined;
    const runs = readFileSync(path.join(folder, out, newest.name)).includes('BOOT-INF/classes/');
    return runs ? `${out}/${newest.name}` : undefined;
  } catch {
    return undefined;
  }
}

function timesOf(file: string): { readonly size: number; readonly changed: number } {
  const { size, mtimeMs } = statSync(file);
  return { size, changed: mtimeMs };
}

/** Of its sources and build files. */
function newestIn(folder: string): number {
  const sources = readdirSync(path.join(folder, 'src'), { recursive: true, encoding: 'utf8' }).map((name) => `src/${name}`);
  const builds = readdirSync(folder).filter((name) => BUILD.test(name));
  return Math.max(...[...sources, ...builds].map((name) => statSync(path.join(folder, name)).mtimeMs));
}

/** `@Value("${scalekit.env-url}")` without a default, where no file has the property. */
function unsetIn(texts: readonly string[], values: readonly SpringValue[]): string[] {
  const names = texts.flatMap((text) =>
    [...text.matchAll(/@Value\(\s*"\$\{([a-z][\w.-]{2,100})\}"/g)].map(([, key = '']) => variableOf(key)),
  );
  return [...new Set(names)].filter((name) => !values.some((one) => one.name === name));
}
