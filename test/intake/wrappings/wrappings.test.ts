/** Every kind of paste that the intake knows, in the wrappings that shells, inspectors, chats and logs put around it. */
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/intake/index.ts';
import { problems } from '../../../src/problems/index.ts';
import { deliveries, deliveryBody, deliveryHeaders } from './deliveries.ts';
import { otherDocuments, samlDocuments } from './documents.ts';

const read = (text: string) => recognise(text, { registrySymptoms: problems });

describe('a webhook delivery', () => {
  it.each(deliveries)('is recognised in $name', ({ text, body }) => {
    const found = read(text).artefacts.find((artefact) => artefact.kind === 'webhook-delivery');
    const told = Object.entries(found?.headers ?? {}).map(([name, value]) => [
      name.replace(/^(?:svix|interceptor)-/, 'webhook-'),
      value,
    ]);
    expect(Object.fromEntries(told)).toMatchObject(deliveryHeaders);
    expect(found?.body?.trim()).toBe(body ? deliveryBody : undefined);
  });
});

describe('a document', () => {
  it.each([...samlDocuments, ...otherDocuments])('is recognised: $name', ({ text, kind, problem }) => {
    const { artefacts, pointers } = read(text);
    expect(artefacts.map((artefact) => artefact.kind)).toContain(kind);
    if (problem !== undefined) expect(pointers[0]?.problem).toBe(problem);
  });
});
