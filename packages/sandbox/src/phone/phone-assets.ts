import { readFileSync } from 'node:fs'
import { Hono } from 'hono'

const asset = (name: string) => readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8')

/** The phone page's style and script: its own files, so that the page needs nothing inline and nothing from elsewhere. */
export function phoneAssets(): Hono {
  const css = asset('phone.css')
  const js = asset('phone.js')
  return new Hono()
    .get('/phone.css', (c) => c.body(css, 200, { 'content-type': 'text/css; charset=utf-8' }))
    .get('/phone.js', (c) => c.body(js, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
}
