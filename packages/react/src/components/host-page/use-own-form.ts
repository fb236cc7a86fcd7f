import { type RefObject, useState } from 'react'
import { useCommitEffect } from '../../hooks/browser/use-commit-effect.ts'
import { useLatest } from '../../hooks/use-latest.ts'
import { useHydrated } from './use-hydrated.ts'

let count = 0

/** Not `useId`: two server-rendered trees can have the same ids, and the host's form may have one of them. */
const createId = () => `connect-account-${++count}-${Math.random().toString(36).slice(2)}`

/**
 * Solves: HTML allows no form inside a form of the host. This adds an empty form at the end of the page, and
 * the controls name its id in their attribute `form`. Enter, `requestSubmit` and password managers work as
 * usual. Returns the id, or the empty string on a server and while hydrating. `onSubmit` receives the values
 * of the controls, even if a password manager filled them in without an event.
 */
export function useOwnForm(anchor: RefObject<Element | null>, onSubmit: (filled: FormData) => void): string {
  const [id] = useState(createId)
  const isHydrated = useHydrated()
  const latest = useLatest(onSubmit)

  useCommitEffect(() => {
    const { current } = anchor
    if (!current) return
    const form = createForm(id, current.ownerDocument, (filled) => latest.current(filled))
    const root = current.getRootNode()
    // The attribute `form` finds ids only in the same shadow tree.
    const home = root instanceof ShadowRoot ? root : current.ownerDocument.body
    home.append(form)
    return () => form.remove()
  }, [id, anchor])

  return isHydrated ? id : ''
}

function createForm(id: string, page: Document, onSubmit: (filled: FormData) => void): HTMLFormElement {
  const form = page.createElement('form')
  form.id = id
  form.hidden = true
  form.noValidate = true
  // Outside of a dialog this method does nothing, so even an unhandled submit opens no address.
  form.method = 'dialog'
  form.dataset.ca = 'form-owner'
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    event.stopPropagation()
    onSubmit(new FormData(form))
  })
  // Test tools need a submit button inside the form. Browsers use the first in the page, which is the visible
  // one.
  const button = page.createElement('button')
  button.type = 'submit'
  form.append(button)
  return form
}
