// Libraries that only compute: no I/O, no clock, no randomness. A rule may use them.
const pureLibraries = 'zod|temporal-polyfill|temporal-spec|decimal\\.js|libphonenumber-js|uuid|canonicalize|@noble/hashes|diff';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'domain/ decides; it imports no framework, no driver, no node: API, and no other layer.',
      from: { path: '^src/modules/[^/]+/domain/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: `^src/(shared/|modules/[^/]+/(domain/|refusals\\.ts$|index\\.ts$))|node_modules/(${pureLibraries})/` },
    },
    {
      name: 'domain-is-pure-all-the-way-down',
      severity: 'error',
      comment: 'Also through what it imports: no package that does I/O, no other layer, reachable from domain/.',
      from: { path: '^src/modules/[^/]+/domain/', pathNot: '\\.test\\.ts$' },
      to: {
        reachable: true,
        path: `node_modules/(?!(${pureLibraries})/)|^src/platform/|^src/modules/[^/]+/(app|http|ui|db|documents|emails)/`,
      },
    },
    {
      name: 'modules-meet-at-the-front-door',
      severity: 'error',
      comment: 'Import another module through index.ts (types, pure rules) or queries.ts (what its tables answer) only.',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/', pathNot: '^src/modules/($1/|[^/]+/(index|queries|screens)\\.ts$)' },
    },
    {
      name: 'only-screens-show-screens',
      severity: 'error',
      comment: 'screens.ts holds pieces of screen: only the ui/ of another module may import it.',
      from: { pathNot: '^src/(modules/[^/]+/(ui/|screens\\.ts$)|web/)' },
      to: { path: '^src/modules/[^/]+/screens\\.ts$' },
    },
    {
      name: 'shared-knows-no-module',
      severity: 'error',
      comment: 'shared/ holds money, time and decisions; it knows no business noun and no adapter.',
      from: { path: '^src/shared/' },
      to: { path: '^src/(modules|platform|web)/' },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      comment: 'Adapters carry no rule: they never import the business.',
      from: { path: '^src/platform/' },
      to: { path: '^src/modules/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle means two things that are one, or one that knows too much.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: { tsConfig: { fileName: 'tsconfig.json' }, tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' } },
};
