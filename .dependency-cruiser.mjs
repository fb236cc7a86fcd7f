/** The packages that the source of each package may import. Apps and tests may import all of them. */
const packages = {
  core: [],
  react: ['core'],
  server: ['core'],
  hosted: ['react', 'core'],
  extension: ['core'],
  element: ['react', 'core'],
  sandbox: [],
}

/** The folders of each `src`, from the top layer down. Imports go down; folders of one layer do not import each other. */
const layers = {
  core: 'index internal testing > catalogue machine client > protocol > colors errors input languages',
  react: `inspector > index accounts headless internal testing > components/accounts > components/dialog > components/flow
    components/headless > components/screens > components/parts > components/host-page components/root > components/lazy
    > hooks captcha locales styles`,
  server: `index adapters cli > handler > routes settings > openapi notices > hosted-links plain-pages webhooks
    > accounts intents users > callbacks jobs rate-limits http > store telemetry > upstream
    > consent mail-discovery scheduler session > log missing-package
    > parse-json > invalid-setting storable-text timings tokens upstream-event`,
  element: `index > define > accounts-element dialog-element flow-element > flow-props lazy-element > kit-element
    captcha element-types > accounts dialog host-content locale options session-url react version`,
  sandbox: `cli index > testing > sandbox > app listen > phone v1 v2 > wizard > consent > flow
    > checkpoints webhooks > providers > state > options persona > mail > wire`,
}

const forbidden = []
const forbid = (name, comment, from, to) => forbidden.push({ name, comment, severity: 'error', from, to })

forbid('no-circles', 'Move what both files need into a third one.', {}, { circular: true })
forbid(
  'no-node-in-browser-code',
  'This code runs in browsers, which have no Node modules.',
  {
    path: '^(packages/(core|react|extension|element)/src|packages/hosted/src/page|apps/demo/src)/',
  },
  { dependencyTypes: ['core'] },
)
forbid(
  'no-test-kit-in-source',
  '@connect-account/core/testing is for tests.',
  { path: '^packages/(?!core)[^/]+/src/', pathNot: '^packages/react/src/testing/' },
  { path: '^packages/core/src/testing/' },
)
forbid(
  'examples-import-by-name',
  'Examples import the package by its name, as its users do.',
  { path: '^packages/react/examples/' },
  { path: '^packages/react/src/', dependencyTypes: ['local'] },
)

for (const [name, others] of Object.entries(packages)) {
  forbid(
    `packages-below-${name}`,
    `packages/${name}/src imports ${others.join(' and ') || 'no other package'}.`,
    { path: `^packages/${name}/src/` },
    {
      path: '^(@connect-account|packages|apps|[.]ci)/',
      pathNot: `^packages/(${[name, ...others].join('|')})/src/`,
    },
  )
}

for (const [name, list] of Object.entries(layers)) {
  const inFolders = (folders) => `^packages/${name}/src/(${folders.join('|')})(/|[.]tsx?$)`
  const above = []
  for (const folders of list.split('>').map((layer) => layer.trim().split(/\s+/))) {
    above.push(...folders)
    const to = { path: inFolders(above), pathNot: inFolders(['$1']) }
    forbid(`layers-of-${name}`, `Imports go down: ${list}.`, { path: inFolders(folders) }, to)
  }
  const unlisted = { path: `^packages/${name}/src/`, pathNot: inFolders(above) }
  forbid(
    `folders-of-${name}`,
    'Add this folder to `layers` above, and to docs/ARCHITECTURE.md.',
    {},
    unlisted,
  )
}

export default {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[.]test[.]tsx?$|/(dist|fixtures|[.][a-z]+)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@connect-account/source', 'import', 'default'],
    },
  },
}
