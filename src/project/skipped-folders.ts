/** Which folders and files of a project nobody wrote by hand: never walked into, never scanned. */

const folders = new Set([
  '.git',
  '.hg',
  '.svn',
  '.scalekit-fix',
  'node_modules',
  'bower_components',
  'dist',
  'build',
  'out',
  'target',
  'vendor',
  'coverage',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
  '.turbo',
  '.vercel',
  '.netlify',
  '.cache',
  '.parcel-cache',
  '.yarn',
  '.pnpm-store',
  '.gradle',
  '.idea',
  '.venv',
  'venv',
  'virtualenv',
  'site-packages',
  '__pycache__',
  '.tox',
  '.mypy_cache',
  '.pytest_cache',
]);

const notText =
  /\.(png|jpe?g|gif|webp|avif|ico|bmp|tiff?|svgz|woff2?|ttf|otf|eot|mp[34]|m4a|wav|ogg|webm|mov|avi|pdf|zip|gz|tgz|br|zst|bz2|xz|7z|rar|jar|war|class|so|dylib|dll|exe|bin|wasm|node|pyc|pyo|o|a|db|sqlite3?|psd|ai|sketch|fig|map)$/i;

export function isSkippedFolder(name: string): boolean {
  return folders.has(name);
}

/** Whether a path leads through a folder that is skipped. */
export function isSkippedPath(file: string): boolean {
  const segments = file.split('/');
  segments.pop();
  return segments.some(isSkippedFolder);
}

export function looksBinaryByName(file: string): boolean {
  return notText.test(file);
}
