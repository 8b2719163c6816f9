/**
 * `npm run sbom`, and by itself before every `npm pack` and `npm publish`: sbom.cdx.json, the bill of materials of the release (CycloneDX).
 * npm writes it from the lock file, with versions, licences and hashes; what is not bundled into dist/ is left out. Asks no network.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './rolldown-config.mjs';

const output = process.argv[2] ?? join(root, 'sbom.cdx.json');
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const bundled = new Set(bundledPackages());
const { components, dependencies, metadata, ...rest } = lockFile();
const kept = components.filter((component) => bundled.has(component['bom-ref']));
refuseGaps(kept);
const itself = `${name}@${version}`;

const bill = {
  ...rest,
  metadata: { ...metadata, component: { ...metadata.component, name, type: 'application' } },
  components: kept.map(shipped),
  dependencies: [
    { ref: itself, dependsOn: [...bundled].sort() },
    ...dependencies
      .filter(({ ref }) => bundled.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => bundled.has(other)) })),
  ],
};
// For programs: white space would only be a third of the file.
writeFileSync(output, `${JSON.stringify(bill)}\n`);
console.error(`${kept.length} packages in ${output}`);

/** As the notices of the build name them: it knows whose code went in. */
function bundledPackages() {
  const notices = readFileSync(join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  return [...notices.matchAll(/^-{78}\n((?:@[\w.-]+\/)?[\w.-]+) (\d+\.\S+) \(/gm)].map(([, one, at]) => `${one}@${at}`);
}

function lockFile() {
  const args = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--offline'];
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'inherit'] };
  return JSON.parse(execFileSync(command, [...first, ...args], options));
}

function refuseGaps(kept) {
  const missing = [...bundled].filter((one) => !kept.some((component) => component['bom-ref'] === one));
  if (bundled.size === 0 || missing.length > 0)
    throw new Error(`Not in the lock file: ${missing.join(', ') || 'anything at all'}`);
}

/** To npm all of them are for development only, since the build puts them into dist/: to who installs it they are what runs. */
function shipped({ properties, ...component }) {
  const others = (properties ?? []).filter((property) => property.name !== 'cdx:npm:package:development');
  return { ...component, scope: 'required', properties: others };
}
