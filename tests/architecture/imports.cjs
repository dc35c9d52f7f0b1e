/*
 * The import rules of the house (docs/architecture.md). `imports.test.ts` runs them on the tree and proves with planted violations that each
 * of them bites. Patterns see paths from the root of the project; a dependency's path has `node_modules/` in it.
 */
const server = '^lib/[^/]+/(commands|queries)/';
const pure = '^lib/(?!adapters/|runtime/)[^/]+/(?!commands/|queries/).+[.]ts$';
const readers = '^(app/[(]site[)]/|components/site/)';
const packages = (names) => `(^|/)node_modules/(${names})/`;

const ladder = [
  'kernel',
  'people',
  'tags',
  'media',
  'document',
  'stories',
  'writing',
  'claims',
  'publication',
  'fronts',
];

const rungs = ladder.slice(0, -1).map((domain, index) => ({
  name: `ladder-${domain}`,
  comment: `${domain} leans on earlier domains only, so that the domains stay a line and not a web.`,
  from: { path: `^lib/${domain}/` },
  to: { path: `^lib/(${ladder.slice(index + 1).join('|')})/` },
}));

const rules = [
  {
    name: 'core-is-pure',
    comment: 'The rules of a domain are tried without a server, a database or a browser.',
    from: { path: pure },
    to: {
      path: [
        packages('next|react|react-dom|drizzle-orm|pg|next-auth|ws|pino'),
        '^(app|components|db)/',
        server,
        '^lib/(adapters|runtime)/',
      ],
    },
  },
  ...rungs,
  {
    name: 'commands-do-not-nest',
    comment: 'One command, one transaction, one audit row. A question changes nothing.',
    from: { path: server },
    to: { path: '^lib/[^/]+/commands/', pathNot: '^lib/writing/commands/(append|follow-anchors)[.]ts$' },
  },
  {
    name: 'append-belongs-to-writing',
    comment: 'The transaction that all ways of writing share is no command; nobody else opens it.',
    from: { pathNot: '^(lib/writing/commands/|tests/)' },
    to: { path: '^lib/writing/commands/(append|follow-anchors)[.]ts$' },
  },
  {
    name: 'adapters-know-no-newsroom',
    comment: 'An adapter is the outside world; what the newsroom wants of it is handed in.',
    from: { path: '^lib/adapters/' },
    to: { path: '^(app|components|db|lib/(?!adapters/|kernel/))' },
  },
  {
    name: 'sql-lives-in-db',
    comment: 'One place to read every statement. Types count too.',
    from: { pathNot: '^(db/|tests/|drizzle[.]config[.]ts$)' },
    to: { path: packages('drizzle-orm|pg|@types/pg') },
  },
  {
    name: 'db-is-behind-the-domain',
    comment: 'No query without a policy.',
    from: { path: '^(app|components)/' },
    to: { path: '^db/' },
  },
  {
    name: 'db-borrows-words-only',
    comment: 'Persistence knows the vocabulary of the newsroom, not its behaviour.',
    from: { path: '^db/' },
    to: { path: ['^(app|components)/', server, '^lib/runtime/'] },
  },
  {
    name: 'one-way-to-append',
    comment: 'No word enters a story beside the log.',
    from: { pathNot: '^(lib/writing/commands/|tests/)' },
    to: { path: '^db/repositories/step-log[.]ts$' },
  },
  {
    name: 'site-sees-print-only',
    comment:
      "A reader's page has no path, at any distance, to a draft: of the repositories it reaches the one that reads editions.",
    from: { path: readers },
    to: { path: '^db/repositories/(?!editions-read[.]ts$)', reachable: true },
  },
  {
    name: 'site-asks-and-changes-nothing',
    comment: 'A page that readers see reaches no command and nobody’s session.',
    from: { path: readers },
    to: {
      path: ['^lib/[^/]+/commands/', '^lib/people/queries/', '^lib/adapters/auth[.]ts$'],
      reachable: true,
    },
  },
  {
    name: 'site-loads-no-desk',
    comment: 'Readers download no newsroom.',
    from: { path: readers },
    to: { path: ['^components/(desk|editor|account)/', '^app/[(](desk|account)[)]/'], reachable: true },
  },
  {
    name: 'components-get-props',
    comment: 'A component works in a page, in a test, on a table.',
    from: { path: '^components/' },
    to: { path: ['^app/', server, '^lib/(runtime|adapters)/'] },
  },
  {
    name: 'app-is-the-top',
    comment: 'Delivery can be replaced.',
    from: { path: '^(lib|db|components)/' },
    to: { path: '^app/' },
  },
  {
    name: 'runtime-is-the-door',
    comment: 'The process can be rearranged without anybody noticing.',
    from: { pathNot: '^(lib/runtime/|tests/)' },
    to: { path: '^lib/runtime/' },
  },
  {
    name: 'next-stays-at-the-door',
    comment:
      'The newsroom runs without the framework: in the server beside it, on the command line, in tests.',
    from: {
      path: '^(lib|db)/',
      pathNot: '^lib/(people/queries/current-actor|adapters/(auth|session-token)|runtime/main)[.]ts$',
    },
    to: { path: packages('next|next-auth') },
  },
  {
    name: 'tests-stay-outside',
    comment: 'Nothing that is served knows its tests.',
    from: { pathNot: ['^tests/', '[.]test[.]tsx?$'] },
    to: { path: ['^tests/', '[.]test[.]tsx?$'] },
  },
  {
    name: 'no-cycles',
    comment: 'What needs each other is one thing, or has a third between.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unresolved',
    comment: 'An import that leads nowhere hides from every rule above.',
    from: {},
    to: { couldNotResolve: true },
  },
];

module.exports = {
  forbidden: rules.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '([.]css|[.]woff2)$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
