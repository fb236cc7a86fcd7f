import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import browserslist from 'browserslist'
import { browserslistToTargets, type Targets, transform } from 'lightningcss'
import type { Plugin } from 'vite'
import { bundleStyles } from '../../bundle-styles.ts'

/** The kit's themes by name. */
function themes() {
  const folder = join(import.meta.dirname, '../../src/styles/themes')
  return Object.fromEntries(
    readdirSync(folder).map((file) => [file.replace('.css', ''), readFileSync(join(folder, file), 'utf8')]),
  )
}

const require = createRequire(import.meta.url)
const readPackageFile = (path: string) => readFileSync(require.resolve(path), 'utf8')

/** A version in Lightning CSS's notation. */
const version = (major: number, minor = 0) => (major << 16) | (minor << 8)

/** Browsers that the builds of hosts target. */
const targets = {
  baseline: browserslistToTargets(browserslist(null, { path: import.meta.dirname })),
  // Vite 8: `build.target` "baseline-widely-available".
  vite: {
    chrome: version(111),
    edge: version(111),
    firefox: version(114),
    safari: version(16, 4),
    ios_saf: version(16, 4),
  },
  // Next.js 15 with Turbopack, which targets older browsers and so rewrites more.
  next: {
    chrome: version(64),
    edge: version(79),
    firefox: version(67),
    safari: version(12),
  },
} satisfies Record<string, Targets>

function lower(code: string, targets: Targets): string {
  return transform({ filename: 'styles.css', code: Buffer.from(code), targets, minify: true }).code.toString()
}

/** The package's stylesheets as published, and as rewritten by the builds of hosts. */
function kitStyles() {
  const published = ['styles.css', 'accounts.css'] as const
  const code = published.map(bundleStyles).join('\n')
  return {
    published: code,
    baseline: lower(code, targets.baseline),
    vite: lower(code, targets.vite),
    next: lower(code, targets.next),
  }
}

/** Base stylesheets of popular frameworks, from their packages. */
function foreignStyles() {
  // Replaces theme() by Tailwind's defaults.
  const preflight3 = readPackageFile('tailwindcss-3/src/css/preflight.css')
    .replace("theme('borderColor.DEFAULT', currentColor)", '#e5e7eb')
    .replace(/theme\('.+?', (.+?)\)/g, '$1')
  const preflight4 = readPackageFile('tailwindcss/preflight.css').replace(
    /--theme\(\s*[\w-]+,\s*([^)]+?)\s*\)/g,
    '$1',
  )
  return {
    'Tailwind 3': preflight3,
    'Tailwind 4': `@layer base { ${preflight4} }`,
    'Bootstrap 5': readPackageFile('bootstrap/dist/css/bootstrap-reboot.css'),
  }
}

const modules: Readonly<Record<string, () => unknown>> = {
  'virtual:kit-styles': kitStyles,
  'virtual:foreign-styles': foreignStyles,
  'virtual:kit-themes': themes,
}

/** A Vite plugin that provides the stylesheets to browser tests as text. */
export function stylesheets(): Plugin {
  return {
    name: 'stylesheets',
    resolveId: (id) => (Object.hasOwn(modules, id) ? `\0${id}` : null),
    load(id) {
      const sheets = modules[id.slice(1)]
      return id.startsWith('\0') && sheets ? `export default ${JSON.stringify(sheets())}` : null
    },
  }
}
