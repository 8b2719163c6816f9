/** Text of the files in languages into whose programs no preload can look, and of Python's, where one may not: handlers and calls are then told by reading. */
import type { Project } from '../../project/files.ts';

const MOST_FILES = 300;
const MOST_CHARACTERS = 4_000_000;

export async function watchlessTexts(project: Project): Promise<Map<string, string>> {
  const files = (await project.list()).filter(
    (file) =>
      /\.(?:go|java|kt|py)$/.test(file) &&
      !/_test\.(?:go|py)$|(?:^|\/)test_\w+\.py$|(?:^|\/)(?:vendor|testdata|src\/test|tests?|migrations|site-packages|\.?venv)\//.test(
        file,
      ),
  );
  const texts = new Map<string, string>();
  let size = 0;
  for (const file of files.slice(0, MOST_FILES)) {
    const read = project.read(file);
    if (read.kind !== 'source' || size + read.text.length > MOST_CHARACTERS) continue;
    size += read.text.length;
    texts.set(file, read.text);
  }
  return texts;
}

/** A call that refreshes is there; whether it runs is for an act to see. */
export function refreshesIn(texts: ReadonlyMap<string, string>): boolean {
  return [...texts.values()].some((text) =>
    /\b[rR]efresh_?[aA]ccess_?[tT]oken\(|\bgrant_type\b[\s\S]{0,80}['"]refresh_token['"]/.test(text),
  );
}

/** Whoever asks the token endpoint without the SDK takes its answer apart, too. */
export function exchangesItselfIn(texts: ReadonlyMap<string, string>): boolean {
  const all = [...texts.values()];
  if (all.some((text) => /\b[aA]uthenticateWithCode\(/.test(text))) return false;
  // x/oauth2 hands the ID token on as it came.
  if (all.some((text) => /\.Extra\(\s*"id_token"\s*\)/.test(text))) return true;
  return all.some((text) => /"authorization_code"/.test(text)) && !all.some((text) => /\.Exchange\(/.test(text));
}
