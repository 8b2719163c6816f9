/** A refresh that others wait for is told by what the code does, whatever its names are. */
import { expect, it } from 'vitest';
import { findOffline } from '../problems/offline-app.ts';

const raced = 'expires-too-quickly/refresh-raced';
const shared = `  private readonly jobs = new Map<string, Promise<{ accessToken: string; refreshToken: string }>>();

  async refresh(token: string) {
    let job = this.jobs.get(token);
    if (!job) {
      job = getScalekit().refreshAccessToken(token);
      this.jobs.set(token, job);
    }
    try {
      return await job;
    } finally {
      this.jobs.delete(token);
    }
  }
`;

it.each([
  ['a promise in a map, waited for and taken out again', shared, false],
  [
    'a map that only keeps what came back',
    shared
      .replace('job = getScalekit()', 'job = await getScalekit()')
      .replace(/let job.*/, 'let job: any = this.jobs.get(token);'),
    true,
  ],
])('%s', { timeout: 30_000 }, async (_name, code, isRaced) => {
  const { confirmed } = await findOffline('express-layers', (edit) => {
    edit('src/services/auth.service.ts', (text) =>
      text.replace(/ {2}private readonly refreshing[\s\S]*? {4}return next;\n {2}\}\n/, code),
    );
  });
  expect(confirmed).toEqual(isRaced ? [raced] : []);
});
