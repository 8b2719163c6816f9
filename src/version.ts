/** The version in package.json: put in place by the bundler, read by the tests. */
import manifest from '../package.json' with { type: 'json' };

export const VERSION: string = manifest.version;
