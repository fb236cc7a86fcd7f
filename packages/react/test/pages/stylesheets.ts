import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import browserslist from 'browserslist'
import { browserslistToTargets, type Targets, transform } from 'lightningcss'
import type { Plugin } from 'vite'
import { bundleStyles } from '../../bundle-styles.ts'

const require = createRequire(import.meta.url)
const readPackageFile = (path: string) => readFileSync(require.resolve(path), 'utf8')

/** Lightning CSS's own notation. */
const version = (major: number, minor = 0) => (major << 16) | (minor << 8)

/** What hosts' builds rewrite CSS for. */
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
  // Next.js 15 and its Turbopack, for browsers older than ours: more is rewritten.
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

/** The package's stylesheets as they are published, and after a host's build has rewritten them. */
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

/** The sheets of others that a page may have, as their packages hold them. */
function foreignStyles() {
  // Tailwind fills its own settings in; these are its defaults.
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
}

/** Gives the tests in the browser the stylesheets as text. */
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
