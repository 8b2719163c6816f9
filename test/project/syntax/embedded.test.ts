import { describe, expect, it } from 'vitest';
import { holdsScript, scriptsAlone } from '../../../src/project/syntax/embedded.ts';

describe('scripts inside other files', () => {
  it('are told by the ending', () => {
    expect(['a.vue', 'b.svelte', 'c.astro', 'd.html', 'e.ts'].filter(holdsScript)).toEqual(['a.vue', 'b.svelte', 'c.astro']);
  });

  it.each([
    ['a.vue', '<template><p>a</p></template>\n<script setup lang="ts">\nconst a = 1;\n</script>\n', 'const a = 1;'],
    ['a.svelte', '<script context="module" data-x="a>b">let a;</script>\r\n<p>{a}</p>', 'let a;'],
    ['a.astro', '---\nconst a = await b();\n---\n<p>{a}</p>\n<script>let c;</script>', 'const a = await b();'],
    ['a.astro', '\uFEFF---\r\nconst a = 1;\r\n---\r\n<p />', 'const a = 1;'],
  ])('keep their place in %s', (path, text, script) => {
    const alone = scriptsAlone(path, text);
    expect(alone).toHaveLength(text.length);
    expect(alone.indexOf(script)).toBe(text.indexOf(script));
    expect(alone.split('\n')).toHaveLength(text.split('\n').length);
    expect(alone).not.toContain('<p');
  });

  it('leave nothing where there is none, or where a block has no end', () => {
    expect(scriptsAlone('a.vue', '<p>scalekit</p>').trim()).toBe('');
    expect(scriptsAlone('a.vue', '<script>let a;').trim()).toBe('');
    expect(scriptsAlone('a.astro', '---\nlet a;').trim()).toBe('');
  });

  it('are found in time that grows with the text', () => {
    const started = performance.now();
    scriptsAlone('a.vue', '<script "'.repeat(40_000));
    scriptsAlone('a.vue', '<script>'.repeat(40_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
