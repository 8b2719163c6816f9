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
  const notices = [...new Map([...packages.values()].map((one) => [one.title, one])).values()].sort((a, b) =>
    a.title < b.title ? -1 : 1,
  );
  const shared = sharedTexts(notices);
  const opening = `${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).name} contains code of the following packages.\n`;
  const own = notices.map(({ title, licences }) =>
    [
      title,
      ...licences.flatMap(({ lead, body }) => {
        const number = shared.get(words(body));
        return number === undefined ? [lead, body] : [lead, `(Text ${number} at the end of this file.)`];
      }),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  );
  const bodies = new Map(notices.flatMap(({ licences }) => licences.map(({ body }) => [words(body), body])));
  const texts = [...shared].map(([text, number]) => `Text ${number}\n\n${bodies.get(text)}`);
  return [opening, ...own, ...texts].join(`\n${RULE}\n`);
}

const RULE = '-'.repeat(78);

function packageFolder(id) {
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replace(/^\0/, ''))?.[1];
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licences = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .map((file) => parts(readFileSync(join(folder, file), 'utf8')));
  return { title: `${name} ${version} (${license ?? 'see below'})`, licences };
}

/** Title and copyright, which are each package's own, and the terms, which many share to the letter. */
function parts(text) {
  const paragraphs = text.trim().split(/\n[^\S\n]*\n/);
  const first = paragraphs.findIndex(
    (paragraph) => !/copyright|^.{0,40}licen[cs]e.{0,20}$/i.test(paragraph) || words(paragraph).length > 300,
  );
  const at = first === -1 ? paragraphs.length : first;
  return { lead: paragraphs.slice(0, at).join('\n\n'), body: paragraphs.slice(at).join('\n\n') };
}

/** Terms that stand in several packages, by their words; how the lines break is nobody's. */
function sharedTexts(notices) {
  const count = new Map();
  for (const { licences } of notices)
    for (const { body } of licences) if (body !== '') count.set(words(body), (count.get(words(body)) ?? 0) + 1);
  const several = [...count].filter(([, times]) => times > 1).map(([text]) => text);
  return new Map(several.map((text, index) => [text, index + 1]));
}

function words(text) {
  return text.replace(/\s+/g, ' ').trim();
}
