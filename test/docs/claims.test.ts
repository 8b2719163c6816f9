/** docs/claims.md says what the program's claims rest on, from the registry. `npx vitest run test/docs -u` writes it anew. */
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Cause, ProvedBy } from '../../src/diagnosis/cause.ts';
import { rehearsalProblems as problems } from '../../src/problems/rehearsal/index.ts';

it('the page of claims lists what every cause rests on', async () => {
  await expect(page()).toMatchFileSnapshot(path.resolve(import.meta.dirname, '../../docs/claims.md'));
});

const proofs: Readonly<Record<ProvedBy, string>> = {
  reading: 'the same judgement over the files, read afresh',
  asking: 'the same judgement over answers, asked for afresh',
  running: 'never by reading: “changed; not yet seen to work”',
};

const intro = `# What the program claims, and what it saw

Every sentence that claims something names an observation, or is not said. This page is written from the registry (\`npx vitest run test/docs -u\`).

| sentence | said where | the observation behind it | kept by |
|---|---|---|---|
| “confirmed” | a finding | the facts that the cause needs all have a value, and its judge found the fault in them; the evidence carries expected and actual | the contract test: broken fixture, healthy fixture |
| “likely” | a finding | what was seen points there; what would prove it was not seen, and the sentence says what: an answer of which nothing shows whose it is, a call that was not followed, an env file that may lie elsewhere | the tests of each cause; \`test/probes/whose-answer.test.ts\` |
| “ruled out” | \`--verbose\`, the wizard | the judge names what speaks against the cause, or the engine takes what was observed of every fact that the judge asked for. Where one of those could not be seen, or files below it could not be read, it is “could not be seen” instead | \`test/diagnosis/grounds.test.ts\`, \`test/problems/ruled-out.test.ts\` |
| “does not apply” | nowhere: it is not shown | there is nothing of the kind here (no such file, no such call), or another cause tells it | – |
| “could not be seen”, “not judged yet” | a finding of verdict unknown | the fact that is missing, why, and what makes it visible | the engine |
| “✓ nothing wrong found” | the first lines of a report | no finding, all code that concerns Scalekit was read, the credentials bought a token (or \`--offline\`), and nothing pasted is left unexplained | \`test/report/coverage.test.ts\`, \`test/report/answer.test.ts\` |
| “nothing wrong found in what was read” | there | the same, but for the code that the next lines name | \`test/probes/code-coverage.test.ts\` |
| “N code was not read: only its settings were checked” | right below the verdict, in the document, the wizard, the bundle | the files of that language that speak of Scalekit; files too large, unreadable, with syntax errors, or that there was no time for | \`test/probes/code-coverage.test.ts\` |
| “X: N causes confirmed; M other problems” | the answer to what was pasted or chosen | confirmed findings that explain a problem to which the text points | \`test/report/answer.test.ts\` |
| “Not explained by what could be seen here: …” | there | the text says that something failed, and no confirmed finding explains it; exit code 1 | \`test/report/answer.test.ts\` |
| “says of nothing that it failed” | there | nothing in the text points to a failure | \`test/report/answer.test.ts\` |
| “It answers 404” of an address of the app | initiate-login URL, webhook URL, test delivery | confirmed only where the program that listens runs in the project’s folder; a program of another folder is a stranger, and proves nothing | \`test/probes/whose-answer.test.ts\` |
| “fixed”, “proved gone” | \`fix --apply\`, the proof screen, the demo | all facts were gathered afresh, the cause is no longer at work by the proof below, and nothing that was sound before is a finding now | \`test/diagnosis/proof.test.ts\`, the contract test |
| “changed; not yet seen to work” | there | what is written is right now; only running the app would show that it works | \`test/diagnosis/proof.test.ts\` |

## Causes

Needs: without these facts the verdict is “could not be seen”. May sharpen it: facts that may be missing.
`;

function page(): string {
  const rows = problems.flatMap((problem) =>
    problem.causes.map((cause: Cause<never>) => row(`${problem.id}/${cause.id}`, cause)),
  );
  return `${intro}\n| finding | needs | may sharpen it | proved gone by |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

function row(id: string, { needs, wants, provedBy }: Cause<never>): string {
  const titles = (facts: Cause<never>['needs']): string =>
    Object.values(facts)
      .map(({ title }) => title)
      .join('; ') || '–';
  return `| \`${id}\` | ${titles(needs)} | ${titles(wants)} | ${proofs[provedBy]} |`;
}
