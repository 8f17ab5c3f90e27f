/**
 * Which exports carry a docstring: everything reachable from the front door (`index.ts`) of a lib or of a module of
 * core, each declaration counted once however often it is exported again.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const options = {
  noLib: true,
  types: [],
  jsx: ts.JsxEmit.Preserve,
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

/** The front doors below a root: `libs/<lib>/src/index.ts` and `apps/core/src/modules/<module>/index.ts`. */
export function frontDoors(root) {
  const inside = (folder, rest) => {
    const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
    return names.flatMap((name) => rest.map((path) => join(root, folder, name, path)));
  };
  return [
    ...inside('libs', ['src/index.ts', 'src/index.tsx']),
    ...inside('apps/core/src/modules', ['index.ts']),
  ].filter((path) => existsSync(path));
}

/** Only the project's own files are followed: packages document themselves. */
function createProgram(root, entries) {
  const settings = { ...options, paths: { '@takt/*': [join(root, 'libs/*/src')] } };
  const host = ts.createCompilerHost(settings);
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) =>
      /^(\.|@takt\/)/.test(text)
        ? ts.resolveModuleName(text, from, settings, host)
        : { resolvedModule: undefined },
    );
  return ts.createProgram(entries, settings, host);
}

function isDocumented(declaration) {
  return ts
    .getJSDocCommentsAndTags(declaration)
    .some((doc) => (ts.getTextOfJSDocComment(doc.comment) ?? '').trim() !== '');
}

/** The declarations behind a module's exports, through any number of re-exports. */
function declarationsOf(checker, moduleSymbol) {
  return checker.getExportsOfModule(moduleSymbol).flatMap((symbol) => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const declarations = target.declarations ?? [];
    if (declarations.some(ts.isSourceFile)) return declarationsOf(checker, target);
    return declarations.length === 0 ? [] : [{ name: symbol.name, declarations }];
  });
}

/**
 * Counts the exports and names those without a docstring.
 * @param {string} root folder laid out like this project
 * @returns {{ exports: number, undocumented: string[] }} each as `path:line name`, sorted
 */
export function readDocumentation(root) {
  const entries = frontDoors(root);
  const program = createProgram(root, entries);
  const checker = program.getTypeChecker();
  const seen = new Map();
  for (const entry of entries) {
    const moduleSymbol = checker.getSymbolAtLocation(program.getSourceFile(entry));
    for (const found of moduleSymbol ? declarationsOf(checker, moduleSymbol) : [])
      seen.set(found.declarations[0], found);
  }
  const undocumented = [...seen.values()]
    .filter(({ declarations }) => !declarations.some(isDocumented))
    .map(({ name, declarations: [first] }) => {
      const file = first.getSourceFile();
      const line = file.getLineAndCharacterOfPosition(first.getStart()).line + 1;
      return `${relative(root, file.fileName).replaceAll('\\', '/')}:${line} ${name}`;
    });
  return { exports: seen.size, undocumented: undocumented.sort() };
}
