// The arrows between rooms and the order of nouns inside core. A forbidden import fails `npm run check`.

/** Which rooms a room may import, besides itself. Everything not named is forbidden. */
const ROOMS = {
  core: [],
  contract: ['core'],
  words: ['core'],
  formats: ['core'],
  storage: ['core'],
  acts: ['storage', 'formats', 'core', 'words'],
  api: ['contract', 'acts', 'core', 'words'],
  web: ['contract', 'core', 'words'],
  cli: ['contract', 'core', 'words', 'formats', 'acts', 'api'],
};

/** Which nouns a noun may know of in core; what those know of, it may too. */
const NOUNS = {
  kernel: [],
  place: ['kernel'],
  access: ['place'],
  pairing: ['place', 'access'],
  document: ['kernel', 'place'],
  meeting: ['pairing', 'document'],
  plan: ['pairing', 'meeting'],
  project: ['pairing', 'plan'],
  ledger: ['pairing', 'project'],
  indicator: ['ledger'],
  household: ['place', 'access'],
  evaluation: ['plan', 'indicator'],
  exchange: ['evaluation', 'household'],
};

/** Packages that only one room may import: what they do, only that room does. */
const PACKAGES = {
  storage: ['pg', 'pg-copy-streams', 'kysely'],
  formats: ['mammoth', 'unpdf', 'parse5', 'fflate', 'opencc-js', 'docx', 'pdfmake', 'iconv-lite'],
  web: [
    'react',
    'react-dom',
    'react-router',
    'antd',
    '@ant-design/icons',
    '@tanstack/react-query',
    'echarts',
    'i18next',
    'react-i18next',
  ],
};

/** Files in src/ itself that rooms with Node may read. */
const GROUND = '^src/(root|settings|version)[.]ts$';
/** Where the parts are put together: these alone open the database. */
const ENTRANCES = '^src/(api/server|api/open-house|cli/[^/]+)[.]ts$';
const OPENING = '^src/storage/database/(open-database|migrate|transaction)[.]ts$';

const closure = (noun) => [...new Set([noun, ...NOUNS[noun].flatMap(closure)])];
const either = (names) => names.join('|').replaceAll('.', '[.]');

const rooms = Object.entries(ROOMS).flatMap(([room, others]) => {
  const mine = `^src/(${either([room, ...others])})/`;
  const pure = ['core', 'contract', 'words', 'web'].includes(room);
  const ground = pure ? [] : [GROUND];
  const rule = {
    name: `room-${room}`,
    severity: 'error',
    comment: `${room} may import only: ${[room, ...others].join(', ')}`,
  };
  if (room !== 'api' && room !== 'cli')
    return [{ ...rule, from: { path: `^src/${room}/` }, to: { path: '^src/', pathNot: [mine, ...ground] } }];
  return [
    { ...rule, from: { path: `^src/${room}/`, pathNot: ENTRANCES }, to: { path: '^src/', pathNot: [mine, ...ground] } },
    {
      ...rule,
      name: `room-${room}-entrance`,
      from: { path: ENTRANCES },
      to: {
        path: '^src/',
        pathNot: [...new Set([mine, '^src/(contract|acts|core|words|api|cli|formats)/', ...ground, OPENING])],
      },
    },
  ];
});

const nouns = Object.keys(NOUNS).map((noun) => ({
  name: `noun-${noun}`,
  severity: 'error',
  comment: `in core, ${noun} may know only of: ${closure(noun).join(', ')}`,
  from: { path: `^src/core/${noun}/` },
  to: { path: '^src/core/', pathNot: `^src/core/(${either(closure(noun))})/` },
}));

const packages = Object.entries(PACKAGES).map(([room, names]) => ({
  name: `package-${room}`,
  severity: 'error',
  comment: `only ${room} may import these packages; their types may pass through`,
  from: { path: '^src/', pathNot: `^src/${room}/` },
  to: { path: `(^|/)node_modules/(${either(names)})/`, dependencyTypesNot: ['type-only'] },
}));

module.exports = {
  forbidden: [
    ...rooms,
    ...nouns,
    ...packages,
    {
      name: 'core-alone',
      severity: 'error',
      comment: 'core imports nothing from outside itself',
      from: { path: '^src/(core|words)/' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'contract-zod',
      severity: 'error',
      comment: 'contract knows zod alone',
      from: { path: '^src/contract/' },
      to: { path: '(^|/)node_modules/', pathNot: '(^|/)node_modules/zod/' },
    },
    {
      name: 'no-node-in-browser',
      severity: 'error',
      from: { path: '^src/(web|contract)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circle',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'not-found', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
    {
      name: 'no-dev-package',
      severity: 'error',
      comment: 'the server runs without development packages',
      from: { path: '^src/(formats|storage|acts|api|cli)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-test-in-src', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|bench|scripts)/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
