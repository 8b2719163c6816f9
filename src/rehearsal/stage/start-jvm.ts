/** How an app on the JVM is started: a jar that is newer than its sources, else its build tool. Pure. */
import type { StartChoice } from './facts.ts';

export interface JvmFacts {
  /** Relative to the project, best first: where the build file of what can be started is. */
  readonly folders: readonly JvmFolder[];
  /** A file of the JVM's languages speaks of Scalekit. */
  readonly speaksOfScalekit: boolean;
}

export interface JvmFolder {
  /** '' is the project. */
  readonly folder: string;
  readonly build: 'maven' | 'gradle';
  readonly plugin: 'spring' | 'quarkus' | undefined;
  /** Where the wrapper script is, relative to the folder: `mvnw`, `../gradlew`. */
  readonly wrapper: string | undefined;
  /** Runs by itself, and is newer than every source; relative to the folder. */
  readonly jar: string | undefined;
}

const goals = {
  maven: { spring: ['-q', '-B', 'spring-boot:run'], quarkus: ['-q', '-B', 'quarkus:dev', '-Ddebug=false'] },
  gradle: { spring: ['-q', '--console=plain', 'bootRun'], quarkus: ['-q', '--console=plain', 'quarkusDev'] },
} as const;

export function ofJvm({ folders }: JvmFacts): StartChoice | undefined {
  const [one] = folders;
  if (!one) return undefined;
  const { folder, build, plugin = 'spring', wrapper, jar } = one;
  if (jar !== undefined) return { folder, shown: `java -jar ${jar}`, file: 'java', args: ['-jar', jar] };
  const args = goals[build][plugin];
  // A wrapper that lost its mode bits is a script all the same.
  if (wrapper !== undefined) {
    const shown = `${wrapper.includes('/') ? '' : './'}${wrapper} ${args.join(' ')}`;
    return { folder, shown, file: 'sh', args: [wrapper, ...args] };
  }
  const file = build === 'maven' ? 'mvn' : 'gradle';
  return { folder, shown: `${file} ${args.join(' ')}`, file, args };
}
