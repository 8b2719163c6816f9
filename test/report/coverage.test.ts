/** What is said of code that was not read, and how far “nothing wrong found” then goes. */
import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../src/diagnosis/coverage.ts';
import { coverageSentences } from '../../src/report/coverage.ts';
import type { ReportDocument } from '../../src/report/document.ts';
import { reportText } from '../../src/report/text.ts';

const sound: ReportDocument = {
  schemaVersion: 1,
  tool: { name: 'scalekit-fix', version: '1.2.3', command: 'check' },
  environment: { url: 'https://acme.scalekit.dev' },
  project: { root: '/app' },
  probes: [],
  coverage: { read: ['TypeScript'], notRead: [] },
  findings: [],
  summary: { confirmed: 0, likely: 0, unknown: 0, exitCode: 0 },
  notes: [],
};

describe('code that was not read', () => {
  it.each([
    [
      { language: 'Python', files: ['app.py', 'auth.py'], why: 'language' },
      'Python code was not read: only its settings were checked (app.py, auth.py).',
    ],
    [
      { language: 'Go', files: ['a.go', 'b.go', 'c.go', 'd.go'], why: 'language' },
      'Go code was not read: only its settings were checked (a.go, b.go, c.go and 1 more).',
    ],
    [
      { language: 'TypeScript', files: ['src/a.ts'], why: 'syntax' },
      'One TypeScript file could not be read whole, because of syntax errors: src/a.ts.',
    ],
    [
      { language: 'JavaScript', files: ['a.js', 'b.js'], why: 'too-large' },
      '2 JavaScript files were not read, being too large: a.js, b.js.',
    ],
    [
      { language: 'TypeScript', files: ['src/a.ts'], why: 'no-time' },
      'TypeScript code was not read: there was no time for it (src/a.ts).',
    ],
  ] as const)('is told: %o', (one, sentence) => {
    expect(coverageSentences({ read: [], notRead: [one] })).toEqual([sentence]);
  });

  it('stands right beside the verdict, which then claims no more than was read', () => {
    const coverage: Coverage = { read: [], notRead: [{ language: 'Python', files: ['app.py'], why: 'language' }] };
    const [, verdict, beside] = reportText({ ...sound, coverage }).split('\n');
    expect(verdict).toBe('nothing wrong found in what was read');
    expect(beside).toBe('Python code was not read: only its settings were checked (app.py).');
  });

  it('takes nothing from the verdict where there is none', () => {
    expect(reportText(sound).split('\n')[1]).toBe('✓ nothing wrong found');
  });
});

describe('a symptom that nothing explains', () => {
  it('stands on top, and nothing is called sound', () => {
    const text = reportText({
      ...sound,
      symptom: {
        from: 'text',
        problems: ['token-expired'],
        read: ['JWT, expired'],
        answer: 'unexplained',
        findings: [],
        sentence: 'Not explained by what could be seen here: the token has expired.',
        next: 'Log in again.',
      },
      summary: { ...sound.summary, exitCode: 1 },
    });
    expect(text).toContain(
      'no cause found\n\nNot explained by what could be seen here: the token has expired.\n  Next: Log in again.',
    );
    expect(text).not.toContain('✓');
  });
});
