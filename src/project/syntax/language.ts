/** Which grammar reads a file, by its ending. Pure. */

export type Grammar = 'javascript' | 'typescript' | 'tsx' | 'python' | 'go' | 'java';

const byEnding: Readonly<Record<string, Grammar>> = {
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'tsx',
  py: 'python',
  go: 'go',
  java: 'java',
};

export function grammarOf(path: string): Grammar | undefined {
  return byEnding[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
}

export function isScript(path: string): boolean {
  const grammar = grammarOf(path);
  return grammar === 'javascript' || grammar === 'typescript' || grammar === 'tsx';
}
