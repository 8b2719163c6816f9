/** Redaction in the benchmark: what is found and kept, beside secretlint's recommended preset, and how long ten megabytes of a log take. */
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { inputOptions, outputOptions } from '../rolldown-config.mjs';

const MEGABYTES = 10;

/** Rows of {name, cases, ours, secretlint}, shares between 0 and 1. */
export async function redactionFigures(work) {
  const dist = join(work, 'redaction');
  const bundle = await rolldown(inputOptions({ figures: 'test/redaction/bench.ts' }));
  await bundle.write({
    ...outputOptions(dist),
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  });
  await bundle.close();
  return JSON.parse(execFileSync(process.execPath, [join(dist, 'figures.mjs')], { maxBuffer: 1e8 }).toString());
}

/** A log as services write it, with a token now and then. The same in every run. */
export function writeLog(file) {
  const lines = Array.from({ length: 1_000 }, (_, index) => logLine(index)).join('');
  const out = openSync(file, 'w');
  for (let written = 0; written < MEGABYTES * 1024 * 1024; written += lines.length) writeSync(out, lines);
  closeSync(out);
  return file;
}

function logLine(index) {
  const time = new Date(1_790_000_000_000 + index * 41).toISOString();
  const hex = (index * 2_654_435_761).toString(16).padStart(16, '0').slice(-16);
  const kinds = [
    `${time} INFO http GET /api/v1/organizations?page_size=${index % 50} 200 ${index % 300}ms trace_id=${hex}${hex}`,
    `{"level":30,"time":${1_790_000_000_000 + index},"pid":12,"hostname":"web-1","msg":"request completed","responseTime":${index % 90}}`,
    `${time} DEBUG auth using client_id=skc_${10_000_000 + index} scope="openid profile email"`,
    '    at Layer.handle (/srv/app/node_modules/express/lib/router/layer.js:95:5)',
    `10.2.3.${index % 255} - - [11/Feb/2026:10:00:01 +0000] "GET /static/index-${hex.slice(0, 8)}.js HTTP/1.1" 200 ${index} "-" "Mozilla/5.0"`,
    `${time} WARN cache miss for key orders:${index}:summary ttl=300`,
    `${time} INFO user jane${index % 40}@acme.com signed in with connection conn_${1_000 + index}`,
    `${time} ERROR the quick brown fox jumps over the lazy dog while session ${index} is refreshed`,
  ];
  if (index % 100 === 7) return `${time} DEBUG Authorization: Bearer ${hex}AbCdEf${hex}\n`;
  return `${kinds[index % kinds.length]}\n`;
}
