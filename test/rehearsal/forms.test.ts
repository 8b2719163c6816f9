/** Forms as browsers send them: as a query, or in parts where the page asks for it (the server actions of Next.js do). */
import { expect, it } from 'vitest';
import { encodedForm, readPage } from '../../src/rehearsal/browser/forms.ts';

const page = `<form action="" method="POST" enctype="multipart/form-data"><input type="hidden" name="$ACTION_ID_1"><input name="email"></form>
<form action="/search"><input name="q"></form>`;

it('sees which forms go in parts', () => {
  expect(readPage(page).forms.map(({ action, method, multipart = false }) => [action, method, multipart])).toEqual([
    ['', 'post', true],
    ['/search', 'get', false],
  ]);
});

it.each([
  [false, 'application/x-www-form-urlencoded'],
  [true, 'multipart/form-data'],
])('in parts: %s', async (multipart, type) => {
  const fields = { $ACTION_ID_1: '', email: 'ada@acme.example' };
  const sent = encodedForm(fields, multipart);
  expect(sent.type).toContain(type);
  const read = await new Response(sent.body, { headers: { 'content-type': sent.type } }).formData();
  expect(Object.fromEntries(read)).toEqual(fields);
});
