/** A rehearsal in the bundle: HAR 1.2 with every field that the specification asks for, and a diagram that no text can break. */
import { describe, expect, it } from 'vitest';
import { collectBundle } from '../../src/bundle/collect.ts';
import { harOf } from '../../src/bundle/har.ts';
import type { BundledRehearsal } from '../../src/bundle/input.ts';
import { mermaidOf } from '../../src/bundle/mermaid.ts';
import { sampleInput } from './sample.ts';

const rehearsal: BundledRehearsal = {
  at: '2026-12-01T10:00:01.000Z',
  command: 'npm start',
  port: 3000,
  acts: [
    {
      id: 'login',
      title: 'Honest login; <b>end</b>',
      outcome: 'unsound',
      grade: 'F',
      why: 'It answers 500: #1 "x"\nnext',
      wrong: 'exchange-2',
      exchanges: [
        {
          id: 'exchange-1',
          from: 'browser',
          to: 'app',
          at: 0,
          ms: 20,
          method: 'GET',
          target: '/login?scope=openid profile&state=#3f2a',
          status: 302,
          answer: '→ http://127.0.0.1:4000/oauth/authorize',
          request: {
            headers: [
              { name: 'host', value: 'localhost:3000' },
              { name: 'cookie', value: 'a=#1111; b=#2222' },
            ],
          },
          response: {
            headers: [
              { name: 'set-cookie', value: 'sid=#9a1e; Path=/; Expires=Tue, 01 Dec 2026 10:40:43 GMT; HttpOnly; Secure' },
              { name: 'location', value: 'http://127.0.0.1:4000/oauth/authorize' },
              { name: 'content-type', value: 'text/html' },
            ],
            body: '<p>Ada Lovelace</p>',
          },
        },
        {
          id: 'exchange-2',
          from: 'app',
          to: 'scalekit',
          at: 30,
          ms: 970,
          method: 'POST',
          target: '/oauth/token grant_type authorization_code, code #3f2a',
          request: {
            headers: [{ name: 'content-type', value: 'application/x-www-form-urlencoded' }],
            body: 'grant_type=authorization_code&code=#3f2a',
          },
        },
        { id: 'exchange-3', from: 'sender', to: 'app', at: 31, ms: 1, method: 'POST', target: '/webhooks (signed)', status: 204 },
      ],
    },
  ],
};

type Json = Record<string, unknown>;
const har = harOf(rehearsal, { name: 'scalekit-fix', version: '1.2.3' }, (body) => body) as { readonly log: Json };
const entries = har.log['entries'] as readonly Json[];

/** Name and kind of each field that HAR 1.2 does not call optional. */
const required: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  log: { version: 'string', creator: 'object', entries: 'object' },
  page: { startedDateTime: 'string', id: 'string', title: 'string', pageTimings: 'object' },
  entry: { startedDateTime: 'string', time: 'number', request: 'object', response: 'object', cache: 'object', timings: 'object' },
  request: {
    method: 'string',
    url: 'string',
    httpVersion: 'string',
    cookies: 'object',
    headers: 'object',
    queryString: 'object',
    headersSize: 'number',
    bodySize: 'number',
  },
  response: {
    status: 'number',
    statusText: 'string',
    httpVersion: 'string',
    cookies: 'object',
    headers: 'object',
    content: 'object',
    redirectURL: 'string',
    headersSize: 'number',
    bodySize: 'number',
  },
  content: { size: 'number', mimeType: 'string' },
  timings: { send: 'number', wait: 'number', receive: 'number' },
  postData: { mimeType: 'string', params: 'object', text: 'string' },
  pair: { name: 'string', value: 'string' },
};

function expectFields(kind: string, value: unknown): void {
  const fields = required[kind] ?? {};
  expect(Object.fromEntries(Object.keys(fields).map((name) => [name, typeof (value as Json)[name]])), kind).toEqual(fields);
}

describe('the HAR file', () => {
  it('has every field that HAR 1.2 asks for', () => {
    expectFields('log', har.log);
    expect(har.log['version']).toBe('1.2');
    for (const page of har.log['pages'] as Json[]) expectFields('page', page);
    for (const entry of entries) {
      expectFields('entry', entry);
      const [request, response] = [entry['request'] as Json, entry['response'] as Json];
      expectFields('request', request);
      expectFields('response', response);
      expectFields('content', response['content']);
      expectFields('timings', entry['timings']);
      if (request['postData'] !== undefined) expectFields('postData', request['postData']);
      for (const list of [
        request['headers'],
        request['cookies'],
        request['queryString'],
        response['headers'],
        response['cookies'],
      ])
        for (const pair of list as Json[]) expectFields('pair', pair);
      expect(new URL(String(request['url'])).protocol).toBe('http:');
      expect(new Date(String(entry['startedDateTime'])).toISOString()).toBe(entry['startedDateTime']);
      expect((har.log['pages'] as Json[]).map(({ id }) => id)).toContain(entry['pageref']);
    }
  });

  it('tells when each was sent, what was asked, and what went wrong', () => {
    expect(entries.map(({ startedDateTime, time }) => [startedDateTime, time])).toEqual([
      ['2026-12-01T10:00:00.000Z', 20],
      ['2026-12-01T10:00:00.030Z', 970],
      ['2026-12-01T10:00:00.031Z', 1],
    ]);
    expect(entries.map((entry) => (entry['request'] as Json)['url'])).toEqual([
      'http://localhost:3000/login?scope=openid+profile&state=%233f2a',
      'http://scalekit.invalid/oauth/token',
      'http://localhost:3000/webhooks',
    ]);
    expect(entries[0]?.['response']).toMatchObject({
      cookies: [{ name: 'sid', value: '#9a1e', httpOnly: true, secure: true, path: '/', expires: '2026-12-01T10:40:43.000Z' }],
    });
    expect(entries.map(({ comment }) => comment !== undefined)).toEqual([false, true, false]);
    expect(entries[1]?.['response']).toMatchObject({ status: 0 });
  });

  it('leaves out the text of pages, which may name people', () => {
    expect(JSON.stringify(har)).not.toContain('Lovelace');
  });
});

describe('the diagram', () => {
  const lines = mermaidOf(rehearsal).trimEnd().split('\n');

  it('is one statement a line, whatever the texts say', () => {
    expect(lines[0]).toBe('sequenceDiagram');
    for (const text of lines.slice(1))
      expect(text).toMatch(
        /^ {4}(?:title|participant [BAS] as|Note (?:over B,S|right of [BAS]):|[BAS](?:->>|-->>|--x)[BAS]:) ?(?:[^;<>"%{}#]|#\d+;)*$/,
      );
  });

  it('draws each request with its answer, and marks the one that went wrong', () => {
    expect(lines).toContain('    B->>A: exchange-1 GET /login?scope=openid profile#38;state=#35;3f2a');
    expect(lines).toContain('    S--xA: no answer');
    expect(lines).toContain('    Note right of S: exchange-2 went wrong');
    expect(lines).toContain('    S->>A: exchange-3 POST /webhooks (signed)');
  });
});

describe('a bundle', () => {
  it('has both, and the acts in its report, where there was a rehearsal', () => {
    const names = (input = sampleInput()): string[] => collectBundle(input).map(({ name }) => name);
    const withOne = sampleInput({ rehearsal });
    expect(names(withOne)).toEqual(expect.arrayContaining(['rehearsal.har', 'rehearsal.mmd']));
    expect(names().join()).not.toContain('rehearsal');
    const report = collectBundle(withOne).find(({ name }) => name === 'REPORT.md')?.text;
    expect(report).toMatch(/## Rehearsal[\s\S]*npm start[\s\S]*unsound/);
  });
});
