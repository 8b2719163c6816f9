/** A text that names a cause names one that the registry has: what `explain` says is what `check` proves. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeEntries } from '../../src/intake/codes/table.ts';
import { problems } from '../../src/problems/index.ts';

const intake = path.resolve(import.meta.dirname, '../../src/intake');
const causes = new Set(problems.flatMap((problem) => problem.causes.map(({ id }) => id)));
const ids = new Set(problems.flatMap((problem) => problem.causes.map(({ id }) => `${problem.id}/${id}`)));

describe('what points to a cause', () => {
  it('names one that exists', () => {
    const files = readdirSync(intake, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const inCode = files.flatMap((file) =>
      [...readFileSync(path.join(intake, file), 'utf8').matchAll(/\bcause: '([a-z-]+)'/g)].map((found) => found[1] ?? ''),
    );
    const named = [...inCode, ...codeEntries().flatMap(({ cause }) => cause ?? [])];
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((cause) => !causes.has(cause))).toEqual([]);
  });

  it.each(problems.map((problem) => [problem.id, problem.alsoCausedBy ?? []] as const))(
    '%s shares causes that exist elsewhere',
    (id, shared) => {
      expect(shared.filter((other) => !ids.has(other) || other.startsWith(`${id}/`))).toEqual([]);
    },
  );
});
