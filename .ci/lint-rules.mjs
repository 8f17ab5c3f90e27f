/**
 * The house's own lint rules, each one idea with its own id (`takt/…`), so that a planted violation can name the rule
 * that has to catch it. `eslint.config.mjs` says where each of them holds.
 */
import { relative } from 'node:path';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import { isVague, nameFaults } from './names.mjs';

/** A rule that reports every node matching one of the selectors. */
function forbid(message, ...selectors) {
  const create = (context) => {
    const report = (node) => context.report({ node, message });
    return Object.fromEntries(selectors.map((selector) => [selector, report]));
  };
  return { meta: { type: 'problem', schema: [] }, create };
}

const fileName = {
  meta: { type: 'suggestion', schema: [] },
  create: (context) => ({
    Program(node) {
      const path = relative(context.cwd, context.filename).replaceAll('\\', '/');
      for (const message of nameFaults(path)) context.report({ node, message });
    },
  }),
};

const className = {
  meta: { type: 'suggestion', schema: [] },
  create: (context) => ({
    ':matches(ClassDeclaration, ClassExpression, TSInterfaceDeclaration)[id]'({ id }) {
      if (isVague(id.name))
        context.report({ node: id, message: `"${id.name}" could hold anything. Maybe name what it does.` });
    },
  }),
};

/** A switched-off rule says why: `// eslint-disable-next-line rule -- the reason`. */
const reasonedDisable = {
  meta: { type: 'suggestion', schema: [] },
  create: (context) => ({
    Program() {
      for (const { value, loc } of context.sourceCode.getAllComments()) {
        if (!/^\s*eslint-disable/.test(value) || /\s--\s+\S/.test(value)) continue;
        // one column before the comment: a comment cannot switch off what is said about itself
        const start = { line: loc.start.line, column: -1 };
        context.report({
          loc: { start, end: loc.end },
          message: 'Say why the rule is switched off: "-- the reason".',
        });
      }
    },
  }),
};

const constructor = 'MethodDefinition[kind="constructor"]';
const luxonNow = 'CallExpression[callee.object.name="DateTime"]';

export const rules = {
  'file-name': fileName,
  'class-name': className,
  'reasoned-disable': reasonedDisable,
  'look-hard-at-length': builtinRules.get('max-lines'),
  'few-parameters': forbid(
    'At most 4 parameters, and 6 dependencies of a constructor. Maybe they are one thing with a name.',
    `:function[params.length>4]:not(${constructor} > FunctionExpression)`,
    `${constructor} > FunctionExpression[params.length>6]`,
  ),
  'no-default-export': forbid(
    'Export by name: one name for one thing, wherever it is used.',
    'ExportDefaultDeclaration',
    'ExportSpecifier[exported.name="default"]',
  ),
  'no-clock': forbid(
    'The time is an argument here; in core it comes from platform/clock.',
    'NewExpression[callee.name="Date"][arguments.length=0]',
    'CallExpression[callee.name="Date"]',
    'MemberExpression[object.name="Date"][property.name="now"]',
    'VariableDeclarator[init.name="Date"]',
    `${luxonNow}[callee.property.name="now"]`,
    `${luxonNow}[callee.property.name=/^(local|utc)$/][arguments.length=0]`,
  ),
  'no-random': forbid(
    'Randomness is a seeded argument here.',
    'MemberExpression[object.name="Math"][property.name="random"]',
    'VariableDeclarator[init.name="Math"]',
  ),
  'no-env': forbid(
    'Only env.ts reads the environment: import what it has checked.',
    'MemberExpression[object.name="process"][property.name="env"]',
    'VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name="env"]',
  ),
};
