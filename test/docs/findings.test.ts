/** docs/findings.md says what the registry says. `npx vitest run test/docs -u` writes it anew. */
import path from 'node:path';
import { expect, it } from 'vitest';
import type { CategoryId, Cause, Problem } from '../../src/diagnosis/cause.ts';
import { rehearsalProblems as problems, seenOnlyIds } from '../../src/problems/rehearsal/index.ts';

const sides = { app: 'your app', network: 'your network', idp: 'your identity provider', scalekit: 'Scalekit' } as const;
const categories: Readonly<Record<CategoryId, string>> = {
  authentication: 'Authentication',
  sso: 'Single sign-on',
  session: 'Sessions',
  scim: 'SCIM',
  webhooks: 'Webhooks',
  help: 'Getting help',
  code: 'Code',
  network: 'Network',
};

it('the page of findings lists every cause of the registry', async () => {
  await expect(page()).toMatchFileSnapshot(path.resolve(import.meta.dirname, '../../docs/findings.md'));
});

function page(): string {
  const present = [...new Set(problems.map(({ category }) => category))];
  const intro = `# Findings

Every finding has an id, \`problem/cause\`: it stands in reports and JSON, and \`sandbox --fault\` takes it. This page is written from the registry
(\`npx vitest run test/docs -u\`).
`;
  return [intro, ...present.map(section)].join('\n');
}

function section(category: CategoryId): string {
  const ofCategory = problems.filter((problem) => problem.category === category);
  return `## ${categories[category]}\n\n${ofCategory.map(table).join('\n')}`;
}

function table(problem: Problem<never>): string {
  const rows = problem.causes.map(
    (cause: Cause<never>) =>
      `| \`${problem.id}/${cause.id}\` | ${cause.title}${seenOnlyIds.includes(`${problem.id}/${cause.id}`) ? ' (seen by `rehearse` alone)' : ''} | ${sides[cause.side]} |`,
  );
  return `### ${problem.title}\n\n${problem.looksLike}\n\n| id | what is wrong | whose side |\n|---|---|---|\n${rows.join('\n')}\n`;
}
