/** What the start of a Go app is told by: its sources, its modules, and the recipes that people start it with. */
import { type Project, textsOf } from '../../project/files.ts';
import { folderOf } from '../../project/manifests.ts';
import type { GoFacts } from '../../rehearsal/stage/go-project.ts';

const RECIPES =
  /(?:^|\/)(?:\.air\.toml|Makefile|makefile|GNUmakefile|justfile|Justfile|Taskfile\.ya?ml|Procfile(?:\.dev)?|Dockerfile|README\.md)$/;
const MOST_RECIPES = 12;

export function goFactsOf(project: Project, files: readonly string[], sources: ReadonlyMap<string, string>): GoFacts {
  const modules = textsOf(
    project,
    files.filter((file) => /(?:^|\/)go\.mod$/.test(file) && !/(?:^|\/)(?:vendor|testdata)\//.test(file)),
  );
  const recipes = modules.size === 0 ? [] : files.filter((file) => RECIPES.test(file)).slice(0, MOST_RECIPES);
  return {
    texts: new Map([...sources].filter(([file]) => file.endsWith('.go'))),
    modules: new Map([...modules].map(([file, text]) => [folderOf(file), text])),
    recipes: textsOf(project, recipes),
  };
}
