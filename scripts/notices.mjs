/** The licences of every package whose code went into dist/, as their terms ask for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SOURCES } from './grammars.mjs';

export function thirdPartyNotices(root, files) {
  const modules = [...files.flatMap((file) => file.moduleIds ?? []), ...SOURCES.values()];
  const packages = new Map();
  for (const id of modules) {
    const folder = packageFolder(id.replaceAll('\\', '/'));
    if (folder !== undefined && !packages.has(folder)) packages.set(folder, notice(folder));
  }
  const notices = [...new Set(packages.values())].sort();
  const opening = `${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).name} contains code of the following packages.\n`;
  return [opening, ...notices].join(`\n${'-'.repeat(78)}\n`);
}

function packageFolder(id) {
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replace(/^\0/, ''))?.[1];
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [`${name} ${version} (${license ?? 'see below'})`, ...texts].join('\n\n');
}
