/** No route at the initiate-login URL and no handler for such logins anywhere: two remedies, one after the other, lead to one that works. */
import { afterEach, expect, it } from 'vitest';
import { fixture } from '../fixtures/idp-initiated-login/assertion-ignored.ts';
import { diagnose, type HealthyApp, startApp, type TestApp } from './app.ts';

const open: TestApp[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()));
});

const missing = 'idp-initiated-login/handler-missing';
const ignored = 'idp-initiated-login/assertion-ignored';

it('registers where the app starts its logins, then lets that handler take them', async () => {
  const app = await startApp({ faults: [missing] }, 'express' satisfies HealthyApp);
  open.push(app);
  fixture.breakFiles?.(app);
  const pasted = 'error=invalid_saml_request';
  const first = await diagnose(app.folder, { pasted });
  expect(first.ids('confirmed')).toEqual([missing]);
  const [register] = first.remedies(missing);
  expect(register).toMatchObject({ kind: 'change', summary: expect.stringContaining(`${app.base}/login`) });
  if (register) expect(await first.carryOut(register)).toBeUndefined();

  const second = await diagnose(app.folder, { pasted });
  expect(second.ids('confirmed')).toEqual([ignored]);
  const [handle] = second.remedies(ignored);
  expect(handle?.kind).toBe('edits');
  if (handle) expect(await second.carryOut(handle)).toBeUndefined();
  expect((await diagnose(app.folder, { pasted })).ids('confirmed')).toEqual([]);
});
