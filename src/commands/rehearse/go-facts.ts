/** What the start of a Go app is told by: its sources, its modules, and the recipes that people start it with. */
import type { Project } from '../../project/files.ts';
import type { GoFacts } from '../../rehearsal/stage/go-project.ts';

const RECIPES =
  /(?:^|\/)(?:\.air\.toml|Makefile|makefile|GNUmakefile|justfile|Justfile|Taskfile\.ya?ml|Procfile(?:\.dev)?|Dockerfile|README\.md)$/;
const MOST_RECIPES = 12;

export function goFactsOf(project: Project, files: readonly string[], sources: ReadonlyMap<string, string>): GoFacts {
  const read = (names: readonly string[]): (readonly [string, string])[] =>
    names.flatMap((name) => {
      const one = project.read(name);
      return one.kind === 'source' ? [[name, one.text] as const] : [];
    });
  const modules = read(files.filter((file) => /(?:^|\/)go\.mod$/.test(file) && !/(?:^|\/)(?:vendor|testdata)\//.test(file)));
  return {
    texts: new Map([...sources].filter(([file]) => file.endsWith('.go'))),
    modules: new Map(modules.map(([file, text]) => [file.replace(/\/?go\.mod$/, ''), text])),
    recipes: new Map(modules.length === 0 ? [] : read(files.filter((file) => RECIPES.test(file)).slice(0, MOST_RECIPES))),
  };
}
