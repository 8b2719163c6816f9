import { it } from 'vitest';
import { fixture } from '../fixtures/id-token-not-verified/only-decoded.ts';
import { diagnose, startApp } from '../problems/app.ts';

it('e', { timeout: 60000 }, async () => {
  const app = await startApp(fixture);
  fixture.breakFiles!(app);
  const { judgements } = await diagnose(app.folder);
  console.log('=>', JSON.stringify(judgements.find(({ id }) => id === 'id-token-not-verified/only-decoded')!.verdict));
  await app.close();
});
