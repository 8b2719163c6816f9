/** Where a connection names no metadata, the wizard asks for it, and what it is told serves as well as what the connection would have named. */
import { afterEach, expect, it } from 'vitest';
import { openDiagnosis } from '../../src/commands/diagnosis.ts';
import { nextQuestion } from '../../src/diagnosis/questions.ts';
import { diagnose, optionsFor, quietIo, startApp, type TestApp } from './app.ts';

const open: TestApp[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()));
});

const broken = 'saml-validation-failed/sso-url-differs';

async function appWithoutMetadata(): Promise<{ readonly app: TestApp; readonly url: string }> {
  const app = await startApp({ faults: [broken] });
  open.push(app);
  const { connectionId = '' } = app.sandbox.line;
  const saml = app.sandbox.state.resources?.['connections']?.[connectionId]?.['saml_config'] as Record<string, unknown>;
  const url = String(saml['idp_metadata_url']).replace('{{url}}', app.sandbox.url);
  saml['idp_metadata_url'] = '';
  return { app, url };
}

it('asks for it when SAML is what the user came for, and not otherwise', async () => {
  const { app } = await appWithoutMetadata();
  const { judgements, sheet } = await diagnose(app.folder);
  const { graph } = openDiagnosis(optionsFor(app.folder), quietIo());
  const asked = (focus: string) => nextQuestion(graph.questions, judgements, sheet, { focus: [focus], declined: new Set() })?.id;
  expect(asked('saml-validation-failed')).toBe('idp-metadata-source');
  expect(asked('invalid-client')).toBeUndefined();
});

it('finds by the address what differs', async () => {
  const { app, url } = await appWithoutMetadata();
  expect((await diagnose(app.folder)).ids('confirmed')).toEqual([]);
  expect((await diagnose(app.folder, { answers: { 'idp-metadata-source': url } })).ids('confirmed')).toEqual([broken]);
});

it('finds by the document itself what differs', async () => {
  const { app, url } = await appWithoutMetadata();
  const xml = await (await fetch(url)).text();
  expect((await diagnose(app.folder, { answers: { 'idp-metadata-source': xml } })).ids('confirmed')).toEqual([broken]);
});
