/**
 * `npm run new:problem ID [CATEGORY] [-- --title "..."]`: writes the problem's file, the fixture of its first cause, and its line in the
 * index. What is left is marked TODO. Writes over nothing.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './rolldown-config.mjs';

const CATEGORIES = ['authentication', 'sso', 'session', 'scim', 'webhooks', 'help', 'code', 'network'];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { title: { type: 'string' }, root: { type: 'string', default: root } },
});
const [id, category = 'authentication'] = positionals;

if (!id || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
  stop('Usage: npm run new:problem ID [CATEGORY]; an id is kebab-case, for example token-expired.');
if (!CATEGORIES.includes(category)) stop(`There is no category ${category}: ${CATEGORIES.join(', ')}.`);

const name = id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const title = values.title ?? sentence(id);
const file = `src/problems/${category}/${id}.ts`;
const fixture = `test/fixtures/${id}/first-cause.ts`;

write(file, problemSource());
write(fixture, fixtureSource());
addToIndex();
console.log(`Written: ${file}, ${fixture}, and its line in src/problems/index.ts. Look for TODO.`);

function problemSource() {
  return `/** ${title}: TODO what the user runs into, in one sentence. */
import { problem } from '../../diagnosis/define.ts';
import { confirmed, ruledOut } from '../../diagnosis/verdict.ts';
import { settings } from '../../probes/settings.ts';
import { cause, type ProbeTools } from '../../probes/tools.ts';

const firstCause = cause({
  id: 'first-cause',
  title: 'TODO the fault as a statement',
  side: 'app',
  // TODO the facts without which nothing can be said.
  needs: { settings },
  judge: ({ settings: found }) =>
    found.clientId === undefined ? confirmed('TODO what is wrong, and where.') : ruledOut('TODO why it is not this.'),
  remedy: () => [{ kind: 'steps', summary: 'TODO what to do', steps: [{ text: 'TODO one instruction.' }] }],
});

export const ${name} = problem<ProbeTools>({
  id: '${id}',
  category: '${category}',
  title: '${title}',
  looksLike: 'TODO what the user sees when he has it.',
  symptoms: { codes: [], phrases: [] },
  causes: [firstCause],
  docs: 'https://docs.scalekit.com/',
});
`;
}

function fixtureSource() {
  return `import { type CauseFixture, setEnv } from '../../problems/cause-fixture.ts';

/** TODO how the healthy app is broken, and what the user does by hand where no patch does it. */
export const fixture: CauseFixture = {
  breakFiles: (app) => setEnv(app, 'PORT', 'TODO'),
  byHand: (app) => setEnv(app, 'PORT', '3000'),
};
`;
}

/** Imports stay sorted, as the formatter wants them; in the list the new problem comes last. */
function addToIndex() {
  const path = join(values.root, 'src/problems/index.ts');
  const lines = readFileSync(path, 'utf8').split('\n');
  const own = `import { ${name} } from './${category}/${id}.ts';`;
  const locals = lines.flatMap((line, index) => (/ from '\.\/.*';$/.test(line) ? [index] : []));
  const after = locals.filter((index) => from(lines[index]) < from(own)).at(-1) ?? locals[0] - 1;
  lines.splice(after + 1, 0, own);
  const text = lines.join('\n');
  const added = text.replace(/(export const problems[^=]*= \[[^\]]*?),?\s*\];/, `$1,\n  ${name},\n];`);
  if (added === text) stop('src/problems/index.ts has no list of problems to add to.');
  writeFileSync(path, added);
}

function from(line) {
  return line.split(' from ')[1];
}

function write(path, content) {
  const whole = join(values.root, path);
  if (existsSync(whole)) stop(`${path} exists already.`);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, content);
}

function sentence(words) {
  const text = words.replaceAll('-', ' ');
  return text[0].toUpperCase() + text.slice(1);
}

function stop(problem) {
  console.error(problem);
  process.exit(2);
}
