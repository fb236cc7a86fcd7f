import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bundleStyles } from '../bundle-styles.ts'
import { unsupportedCss } from './css-baseline.ts'

const hostedPageCss = join(import.meta.dirname, '../../hosted/src/page/page.css')

const folder = join(import.meta.dirname, '../src/styles/themes')
const themes = readdirSync(folder).map(
  (file) => [`themes/${file}`, readFileSync(join(folder, file), 'utf8')] as const,
)

describe('stylesheets', () => {
  it.each<readonly [file: string, css: string]>([
    ['styles.css', bundleStyles('styles.css')],
    ['accounts.css', bundleStyles('accounts.css')],
    ...themes,
    ['page.css', readFileSync(hostedPageCss, 'utf8')],
  ])('%s uses only what every supported browser supports', (_, css) => {
    expect(unsupportedCss(css)).toEqual([])
  })

  it.each(['styles.css', 'accounts.css'] as const)('%s loads no images', (file) => {
    const rules = bundleStyles(file).replace(/\/\*.*?\*\//gs, '')
    expect(rules).not.toMatch(/url\(|image-set\(|data:|@import/)
  })

  it.each<readonly [file: string, css: string]>([['styles.css', bundleStyles('styles.css')], ...themes])(
    '%s has the same colors for a dark system and the dark scheme',
    (_, css) => {
      const [, dark] = /\[data-ca-theme='dark'\] \{(.+?)\}/s.exec(css) ?? []
      const [, system] = /\[data-ca-theme='system'\] \{(.+?)\}/s.exec(css) ?? []
      const declarations = (block = '') => block.split(';').map((line) => line.trim())
      expect(declarations(dark).length).toBeGreaterThan(9)
      expect(declarations(system)).toEqual(declarations(dark))
    },
  )
})

it.each([
  ['a { color: light-dark(red, blue) }', 'light-dark()'],
  ['a:has(b) { color: red }', ':has'],
  ['a { & b { color: red } }', 'nesting'],
  ['a { b { color: red } }', 'Colon is expected'],
  ['a:dir(rtl) { color: red }', ':dir'],
  ['a { mask: none }', 'mask'],
  ['a { user-select: all }', 'user-select'],
  ['a { field-sizing: content }', 'field-sizing'],
  ['a { inline-size: 3rlh }', 'rlh'],
  ['a { content: "x" } @starting-style { a { opacity: 0 } }', '@starting-style'],
  ['@media (prefers-reduced-transparency: reduce) { a { opacity: 1 } }', '(prefers-reduced-transparency)'],
  ['a { position-area: top }', 'position-area'],
  ['a { background: url(x.png) }', 'url(x.png)'],
])('finds what a supported browser lacks: %s', (css, unknown) => {
  expect(unsupportedCss(css)).toContain(unknown)
})
