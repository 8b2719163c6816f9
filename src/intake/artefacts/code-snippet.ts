/** Recognises source code that calls Scalekit. By its look only: real judgement of code belongs to syntax trees. */
import type { CodeSnippetArtefact } from '../types.ts';
import { rangeOf, type Source, shown } from './source.ts';

const sdkImport = /@scalekit-sdk\/node|from\s+scalekit\b|import\s+scalekit\b|scalekit-inc\/scalekit-sdk-go|com\.scalekit\b/;
const call =
  /\b(?:scalekit(?:_?client)?|scalekitClient|sk|sc)(?:\(\))?\s{0,3}(?:\.|->|\?\.)\s{0,3}([A-Za-z_]\w{0,60}(?:\(\))?(?:\s{0,3}\.\s{0,3}[A-Za-z_]\w{0,60}){0,3})\s{0,3}\(/gi;
const looksLikeCode =
  /[;{}][ \t]*\r?$|=>|^[ \t]*(?:const|let|var|import|from|def|func|public|await|return|try)\b|\)[ \t]*(?:[;{][ \t]*)?\r?$/m;
const mostCalls = 100;

export function recogniseCode(source: Source): CodeSnippetArtefact[] {
  const { text } = source.view;
  if (text.length > 200_000) return [];
  const imported = sdkImport.exec(text);
  const calls = new Set<string>();
  let first = imported?.index ?? -1;
  let last = first;
  for (const match of text.matchAll(call)) {
    if (calls.size >= mostCalls) break;
    calls.add(shown((match[1] ?? '').replace(/\s+/g, ''), 120));
    if (first < 0) first = match.index;
    last = match.index + match[0].length;
  }
  if (first < 0 || (!looksLikeCode.test(text) && calls.size === 0)) return [];
  const list = [...calls];
  return [
    {
      kind: 'code-snippet',
      label:
        list.length === 0
          ? 'Code that imports the Scalekit SDK'
          : `Code that calls ${list.slice(0, 4).join(', ')}${list.length > 4 ? ' …' : ''}`,
      range: rangeOf(source, first, Math.max(last, first)),
      language: languageOf(text),
      calls: list,
      values: { calls: list.slice(0, 20).join(', ') },
    },
  ];
}

function languageOf(text: string): CodeSnippetArtefact['language'] {
  if (/@scalekit-sdk\/node|\b(?:const|let|await|=>|require\()\b|=>/.test(text)) return 'javascript';
  if (/^[ \t]*(?:def |from \w[\w.]* import|import \w+$)|:[ \t]*\r?$/m.test(text) || /\b\w{1,60}_\w{1,60}\(/.test(text))
    return 'python';
  if (/:=|\bfunc\b|\bnil\b/.test(text)) return 'go';
  if (/\bpublic\b|\bnew [A-Z]\w+\(|;[ \t]*\r?$/m.test(text)) return 'java';
  return 'unknown';
}
