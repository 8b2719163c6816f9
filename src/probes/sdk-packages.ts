/** Packages that are imported or asked for in place of Scalekit's SDK, under names that are not its own. */
import type { Location } from '../diagnosis/evidence.ts';
import { fault, type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { Place } from '../project/code/types.ts';
import { type PackageJson, packageOf } from '../project/manifests.ts';
import { nodePackageInUse } from '../project/sdk.ts';
import { code } from './code.ts';
import { projectShape } from './project-shape.ts';
import { probe } from './tools.ts';

export interface WrongPackage {
  readonly written: string;
  readonly right: string;
  readonly location: Location;
  /** The import's own text, where a patch can reach it: the manifest asks for the right package. */
  readonly place: Place | undefined;
  /** The app can surely not load it: no manifest asks for it, and it is not installed. */
  readonly isAbsent: boolean;
}

export const sdkPackages = probe({
  id: 'sdk-packages',
  title: 'Name of the SDK’s package',
  reach: 'files',
  needs: { shape: projectShape },
  wants: { code },
  observe: ({ shape, code }, { project }): Outcome<readonly WrongPackage[]> => {
    const imported = (code?.modules ?? []).flatMap((module) =>
      module.loads.flatMap(({ specifier, path, offset }): WrongPackage[] => {
        if (path !== undefined || !nodeNames.test(specifier)) return [];
        const manifest = packageOf(shape.packages, module.file.path);
        const start = module.file.text.indexOf(specifier, offset);
        if (!manifest || start < 0 || nodePackageInUse(project, manifest.folder, specifier)) return [];
        const location = module.file.locationAt(start);
        const place = { file: module.file, start, end: start + specifier.length, location };
        const isAsked = (name: string): boolean => shape.packages.some(({ dependencies }) => dependencies.has(name));
        return [
          { written: specifier, right, location, place: isAsked(right) ? place : undefined, isAbsent: !isAsked(specifier) },
        ];
      }),
    );
    const asked = imported.length > 0 ? [] : shape.packages.flatMap(askedByNode);
    const elsewhere = shape.manifests.flatMap(({ path, text }) =>
      others.flatMap(({ file, pattern, right: meant }): WrongPackage[] => {
        const found = file.test(path) ? pattern.exec(text) : null;
        if (!found) return [];
        const line = text.slice(0, found.index + found[0].search(/\S/)).split('\n').length;
        return [
          { written: found[1] ?? '', right: meant, location: { file: path, line, column: 1 }, place: undefined, isAbsent: false },
        ];
      }),
    );
    const all = [...imported, ...asked, ...elsewhere];
    if (all.length === 0 && !code && shape.manifests.length === 0) return skipped('No package is imported or asked for here.');
    const evidence = all.map(({ written, right: meant, location }) => ({
      label: 'Package',
      expected: meant,
      actual: written,
      location,
    }));
    return all.length > 0 ? fault(all, ...evidence) : ok(all);
  },
});

const right = '@scalekit-sdk/node';
/** Names that people try. A package of the project's own, or one that is installed, does not count. */
const nodeNames =
  /^(?:@scalekit\/(?:node|nodejs|sdk|node-sdk|sdk-node|scalekit)|@scalekit-inc\/(?:node|sdk|scalekit-sdk-node)|@scalekit-sdk\/(?:nodejs|sdk|js|javascript|typescript)|scalekit(?:-(?:sdk|node|sdk-node|node-sdk|nodejs))?)$/;

function askedByNode({ dependencies, path }: PackageJson): WrongPackage[] {
  if (dependencies.has(right)) return [];
  return [...dependencies.keys()]
    .filter((name) => nodeNames.test(name))
    .map((written) => ({ written, right, location: { file: path, line: 1, column: 1 }, place: undefined, isAbsent: false }));
}

const others: readonly { readonly file: RegExp; readonly pattern: RegExp; readonly right: string }[] = [
  {
    file: /\.(?:txt|in)$/,
    pattern: /^\s*(scalekit(?:[-_](?:python|sdk|python[-_]sdk|py))?)\s*(?:[=~<>!;[].*)?$/m,
    right: 'scalekit-sdk-python',
  },
  {
    // A name with a version: keywords and the project's own name have none.
    file: /(?:\.toml|Pipfile)$/,
    pattern: /(?:^|["'])(scalekit(?:[-_](?:python|sdk|python[-_]sdk|py))?)\s*(?:[=~<>!]=|=\s*["'][\^~*\d><=])/m,
    right: 'scalekit-sdk-python',
  },
  {
    file: /go\.mod$/,
    pattern:
      /(github\.com\/(?:scalekit\/[\w-]+|scalekit-inc\/(?:scalekit-go|go-sdk|sdk-go|scalekit-sdk-golang|scalekit-sdk-go(?=\s+v[2-9])))(?:\/v\d+)?)\s/,
    right: 'github.com/scalekit-inc/scalekit-sdk-go/v2',
  },
  {
    file: /pom\.xml$/,
    pattern:
      /<dependency>\s*<groupId>\s*com\.scalekit\s*<\/groupId>\s*<artifactId>\s*((?:scalekit|scalekit-java|scalekit-sdk|scalekit-java-sdk|sdk-java|java-sdk))\s*<\/artifactId>/,
    right: 'com.scalekit:scalekit-sdk-java',
  },
];
