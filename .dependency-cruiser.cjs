/**
 * Who may import whom. `npm run architecture` checks the tree; `.ci/architecture.spec.ts` plants a violation of every rule
 * below `.ci/planted/architecture/<rule>/` and sees that rule, and no other, fail.
 */
const manifest = require('./package.json');
const { modules } = require('./.ci/module-order.cjs');
const groups = require('./.ci/package-groups.cjs');

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A regular expression for files of the named packages; a trailing slash in a name stands for a whole scope. */
const packages = (...names) =>
  names.map((name) => `(^|/)node_modules/(@types/)?${escaped(name)}${name.endsWith('/') ? '' : '/'}`);

const tests = ['\\.spec\\.tsx?$', '^(libs|apps|devices)/[^/]+/test/'];
const aside = '^(libs|apps|devices)/[^/]+/(cli|bench|test|bin)/';
const frontDoors = '^libs/[^/]+/src/index\\.tsx?$';
/** A lib's own file format is read here, so here, as everywhere at an edge, zod checks what comes in. */
const fileFormats = ['^libs/scheduling/src/(read|verify)/'];
const modulesPath = '^apps/core/src/modules/';

const values = packages(...groups.values);
const browser = [...packages(...groups.browser), '^virtual:'];
const field = packages(...groups.field);
/** Packages without types of their own: a type may be imported from them, as `@types/…` is listed; a value may not. */
const typesOnly = Object.keys(manifest.devDependencies)
  .filter((name) => name.startsWith('@types/'))
  .map((name) => name.slice('@types/'.length))
  .filter(
    (name) =>
      !(name in manifest.dependencies) &&
      !(name in manifest.devDependencies) &&
      name !== 'node' &&
      name !== 'jest',
  );

const rules = [
  {
    name: 'no-cycles',
    comment:
      'Two files that need each other are one idea in two places, or two ideas that lack a third one below them.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'imports-resolve',
    comment: 'What is imported must exist; packages are imported by their public entries.',
    from: {},
    to: { couldNotResolve: true, pathNot: '^virtual:' },
  },
  {
    name: 'packages-are-listed',
    comment:
      'A package that is only there because another one needs it may be gone tomorrow: list it in package.json.',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'undetermined'], pathNot: '^virtual:' },
  },
  {
    name: 'types-packages-give-types-only',
    comment: 'Only the types of this package are listed (@types/…); its values belong to another package.',
    from: {},
    to: { path: packages(...typesOnly), dependencyTypesNot: ['type-only', 'type-import'] },
  },
  {
    name: 'product-needs-no-dev-package',
    comment: 'What runs in the factory is installed without devDependencies.',
    from: { path: '^(libs/(?!ui/)|devices/|apps/core/(src|migrations)/)', pathNot: [...tests, aside] },
    to: {
      dependencyTypes: ['npm-dev'],
      dependencyTypesNot: ['type-only', 'type-import'],
      pathNot: packages(...typesOnly),
    },
  },
  {
    name: 'product-needs-no-test',
    comment: 'Product code imports no test, bench or command-line file.',
    from: { path: '^(libs|devices|apps)/', pathNot: [...tests, aside] },
    to: { path: [...tests, aside] },
  },
  {
    name: 'contracts-import-nothing',
    comment: 'Contracts are nouns: zod and each other.',
    from: { path: '^libs/contracts/src/', pathNot: tests },
    to: { pathNot: ['^libs/contracts/src/', ...packages('zod')] },
  },
  {
    name: 'pure-libs-stay-pure',
    comment:
      'Libs are verbs: contracts, each other, exact decimals and calendars; no framework, no I/O, no Node.',
    from: { path: '^libs/(?!contracts/|ui/)[^/]+/src/', pathNot: [...tests, ...fileFormats] },
    to: { pathNot: ['^libs/(?!ui/)', ...values] },
  },
  {
    name: 'pure-libs-stay-pure',
    comment: 'Where a lib has a file format of its own, the file enters there and zod checks it.',
    from: { path: fileFormats, pathNot: tests },
    to: { pathNot: ['^libs/(?!ui/)', ...values, ...packages('zod')] },
  },
  {
    name: 'libs-by-the-front-door',
    comment: 'Another lib is seen through its index.ts only.',
    from: { path: ['^(libs/[^/]+)/', '^(apps/[^/]+)/', '^(devices/[^/]+)/'] },
    to: { path: '^libs/', pathNot: ['^$1/', frontDoors, '^libs/ui/.+\\.css$'] },
  },
  {
    name: 'libs-know-no-app',
    comment: 'A lib knows neither apps nor devices, not even in its tests.',
    from: { path: '^libs/' },
    to: { path: '^(apps|devices)/' },
  },
  {
    name: 'ui-is-for-browsers',
    comment: 'libs/ui imports contracts and packages that run in a browser.',
    from: { path: '^libs/ui/src/', pathNot: tests },
    to: { pathNot: ['^libs/(ui|contracts)/', ...browser] },
  },
  {
    name: 'ui-serves-browsers-only',
    comment: 'Only the browser apps import libs/ui.',
    from: { pathNot: '^(libs/ui|apps/(terminal|office))/' },
    to: { path: '^libs/ui/' },
  },
  {
    name: 'core-knows-no-client',
    comment:
      'Core knows neither browser apps nor devices; only its tests and benches may bring simulated devices to life.',
    from: { path: '^apps/core/(src|migrations)/', pathNot: tests },
    to: { path: '^(devices|apps/(terminal|office))/' },
  },
  {
    name: 'platform-knows-no-business',
    comment: 'core/platform is technology: of Takt it knows the contracts and env.ts.',
    from: { path: '^apps/core/src/platform/', pathNot: tests },
    to: {
      path: '^(apps|libs|devices)/',
      pathNot: ['^apps/core/src/(platform/|env\\.ts$)', '^libs/contracts/'],
    },
  },
  {
    name: 'modules-are-in-the-order',
    comment: 'A new module takes its place in .ci/module-order.cjs, the order in which a factory is set up.',
    from: { path: modulesPath, pathNot: `${modulesPath}(${modules.join('|')})/` },
    to: {},
  },
  {
    name: 'modules-by-the-front-door',
    comment: 'A module sees another one through its index.ts only.',
    from: { path: `${modulesPath}([^/]+)/` },
    to: { path: modulesPath, pathNot: [`${modulesPath}$1/`, `${modulesPath}[^/]+/index\\.ts$`] },
  },
  ...modules.slice(0, -1).map((name, place) => ({
    name: 'modules-look-left',
    comment:
      'A module imports only what stands to its left in .ci/module-order.cjs; to the right it speaks by event.',
    from: { path: `${modulesPath}${name}/` },
    to: { path: `${modulesPath}(${modules.slice(place + 1).join('|')})/` },
  })),
  {
    name: 'devices-know-contracts-and-kit',
    comment: 'A device is data over the wire: contracts, devices/kit and its own folder.',
    from: { path: '^devices/([^/]+)/', pathNot: '^devices/twin/' },
    to: { path: '^(apps|libs|devices)/', pathNot: ['^devices/($1|kit)/', '^libs/contracts/'] },
  },
  {
    name: 'devices-know-contracts-and-kit',
    comment:
      'The simulated factory is furnished with models: it reads their profiles, and nothing else of them.',
    from: { path: '^devices/twin/' },
    to: {
      path: '^(apps|libs|devices)/',
      pathNot: ['^devices/(twin|kit)/', '^devices/[^/]+/profile\\.ts$', '^libs/contracts/'],
    },
  },
  {
    name: 'devices-use-field-packages',
    comment: 'Devices speak MQTT, HTTP and sockets; they carry no server inside.',
    from: { path: '^devices/', pathNot: tests },
    to: { pathNot: ['^(apps|libs|devices)/', ...field], dependencyTypesNot: ['core'] },
  },
  {
    name: 'browser-apps-meet-core-on-the-wire',
    comment: 'terminal and office know core by libs/contracts alone, and devices not at all.',
    from: { path: '^apps/(terminal|office)/' },
    to: { path: '^(devices|apps/core)/' },
  },
  {
    name: 'browser-apps-are-apart',
    comment: 'terminal and office share libs/ui, not each other.',
    from: { path: '^apps/(terminal|office)/' },
    to: { path: '^apps/(terminal|office)/', pathNot: '^apps/$1/' },
  },
  {
    name: 'browser-apps-use-browser-packages',
    comment: 'What runs on a tablet imports packages made for a browser, and nothing of Node.',
    from: { path: '^apps/(terminal|office)/src/', pathNot: tests },
    to: { pathNot: ['^(apps|libs|devices)/', ...browser] },
  },
  {
    name: 'features-are-islands',
    comment: 'A feature never imports another feature: share by components, libs/ui or the address bar.',
    from: { path: '^apps/(terminal|office)/src/features/([^/]+)/' },
    to: { path: '^apps/[^/]+/src/features/', pathNot: '^apps/$1/src/features/$2/' },
  },
  ...[
    { part: 'features', above: 'app|main' },
    { part: 'components', above: 'app|main|features' },
    { part: 'lib', above: 'app|main|features|components' },
  ].map(({ part, above }) => ({
    name: 'browser-apps-flow-one-way',
    comment: 'main → app → features → components → lib.',
    from: { path: `^apps/(terminal|office)/src/${part}/` },
    to: { path: `^apps/$1/src/(${above})[/.]` },
  })),
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: rules.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: ['node_modules'] },
    exclude: { path: ['^dist/', '^\\.takt/', '\\.css$'] }, // packages have a dist/ too: it must not be excluded
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'browser', 'types', 'default'],
      mainFields: ['main', 'module', 'types'],
    },
  },
};
