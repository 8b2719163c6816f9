/** Where the app listens, from what its files say, and what that means for a redirect URI. */
import { expect, it } from 'vitest';
import { listeningOf, listensFor, type PortFacts } from '../../src/probes/listening-ports.ts';
import { servesUri } from '../../src/probes/redirect-uri-standing.ts';
import { portsWritten } from '../../src/project/written-ports.ts';

it.each<[string, string, 'fixed' | 'fallback', readonly number[]]>([
  ['a.js', 'app.listen(3001, () => {})', 'fixed', [3001]],
  ['a.ts', 'await fastify.listen({ host: "0.0.0.0", port: 3002 })', 'fixed', [3002]],
  ['a.js', 'const port = process.env.PORT || 3003;', 'fallback', [3003]],
  ['a.ts', 'app.listen(Number(process.env.PORT ?? 3004))', 'fallback', [3004]],
  ['a.py', 'uvicorn.run("main:app", host="0.0.0.0", port=8001)', 'fixed', [8001]],
  ['a.py', 'app.run(debug=True, port=5001)', 'fixed', [5001]],
  ['a.py', 'port = int(os.getenv("PORT", "8002"))', 'fallback', [8002]],
  ['a.go', 'log.Fatal(http.ListenAndServe(":8081", nil))', 'fixed', [8081]],
  ['a.go', 'r.Run("localhost:8082")', 'fixed', [8082]],
  ['package.json', '{"scripts":{"dev":"next dev -p 3005"}}', 'fixed', [3005]],
  ['package.json', '{"scripts":{"dev":"vite --port=5174"}}', 'fixed', [5174]],
  ['Procfile', 'web: gunicorn app:app --bind 0.0.0.0:8003', 'fixed', [8003]],
  ['application.properties', 'server.port=8084', 'fixed', [8084]],
  ['application.properties', 'server.port=${PORT:8085}', 'fallback', [8085]],
  ['docker-compose.yml', '    ports:\n      - "8086:3000"\n', 'fixed', [8086]],
  ['a.js', 'new Pool({ host: "db", port: 5432 })', 'fixed', []],
])('%s: %s', (file, text, kind, ports) => {
  expect(portsWritten(file, text)[kind]).toEqual(ports);
});

const nothing: PortFacts = { inEnv: [], isRead: false, fixed: [], fallback: [], other: [], byDefault: [] };

it.each<[string, Partial<PortFacts>, 'yes' | 'no' | 'not-known']>([
  ['PORT is set and read', { inEnv: [4000], isRead: true, fallback: [3000], byDefault: [3000] }, 'no'],
  ['PORT is set and not read', { inEnv: [4000], byDefault: [3000] }, 'yes'],
  ['PORT is not set', { isRead: true, fallback: [3000] }, 'yes'],
  ['another port is written', { fixed: [4000] }, 'no'],
  ['another port is written over the default', { fixed: [4000], byDefault: [3000] }, 'not-known'],
  ['it is called a port only', { other: [3000], fixed: [4000] }, 'not-known'],
  ['only a database has a port', { other: [5432] }, 'not-known'],
  ['the files say nothing', {}, 'not-known'],
])('of localhost:3000, where %s', (_name, facts, expected) => {
  expect(listensFor('http://localhost:3000/callback', listeningOf({ ...nothing, ...facts }))).toBe(expected);
});

it.each([
  ['http://localhost:3000/callback', ['/callback'], 'yes'],
  ['http://localhost:3000/other', ['/callback'], 'no'],
  ['http://localhost:3000/callback', [], 'not-known'],
  ['http://localhost:8080/callback', ['/callback'], 'no'],
  ['https://app.example.com/callback', ['/callback'], 'yes'],
] as const)('%s is served by %j: %s', (uri, routes, expected) => {
  expect(servesUri(uri, { routes, ports: { sure: [3000], isDefault: false, named: [3000] } })).toBe(expected);
});
