import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach } from 'vitest'

const cleanups: (() => void)[] = []

afterEach(() => {
  for (const clean of cleanups.splice(0).reverse()) clean()
})

/** Runs `clean` after the current test. */
export function afterThisTest(clean: () => void): void {
  cleanups.push(clean)
}

/** Renders `content` in StrictMode, like a host's tree. Returns a function that renders other content. */
export function showInPage(content: ReactNode): (next: ReactNode) => void {
  const place = document.createElement('div')
  place.dataset.host = 'root'
  document.body.append(place)
  const root = createRoot(place)
  const render = (next: ReactNode) => root.render(<StrictMode>{next}</StrictMode>)
  render(content)
  afterThisTest(() => {
    root.unmount()
    place.remove()
  })
  return render
}
