import { type RefObject, useRef, useState } from 'react'
import { useCommitEffect } from '../../hooks/browser/use-commit-effect.ts'
import { useHydrated } from './use-hydrated.ts'

let count = 0

/** `useId` repeats itself in two trees that a server has rendered, and the host's form might have the same. */
const createId = () => `connect-account-${++count}-${Math.random().toString(36).slice(2)}`

/**
 * A form that stands outside of every other, at the end of the page, for the controls that name it in their attribute `form`. So a
 * form of the host's around them never owns them, whether or not any script runs; Enter, `requestSubmit` and password managers find
 * it as usual. Returns its id; on a server, and until its markup is taken over, the empty string, which is no form at all.
 */
export function useOwnForm(anchor: RefObject<Element | null>, onSubmit: () => void): string {
  const [id] = useState(createId)
  const isHydrated = useHydrated()
  const latest = useRef(onSubmit)

  useCommitEffect(() => {
    latest.current = onSubmit
  })

  useCommitEffect(() => {
    const { current } = anchor
    if (!current) return
    const form = createForm(id, current.ownerDocument, () => latest.current())
    const root = current.getRootNode()
    // An id is looked up within its own shadow tree.
    const home = root instanceof ShadowRoot ? root : current.ownerDocument.body
    home.append(form)
    return () => form.remove()
  }, [id, anchor])

  return isHydrated ? id : ''
}

function createForm(id: string, page: Document, onSubmit: () => void): HTMLFormElement {
  const form = page.createElement('form')
  form.id = id
  form.hidden = true
  form.noValidate = true
  // Outside of a dialog it leads nowhere: no address is opened, even if nobody heard the submit.
  form.method = 'dialog'
  form.dataset.ca = 'form-owner'
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    event.stopPropagation()
    onSubmit()
  })
  // Test tools look for a submit button inside of the form; browsers take the first in the page, which is the visible one.
  const button = page.createElement('button')
  button.type = 'submit'
  form.append(button)
  return form
}
