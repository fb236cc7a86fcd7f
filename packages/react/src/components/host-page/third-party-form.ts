/**
 * A form within `container` for what somebody else draws there, such as a captcha: its controls do not name their form, and would
 * belong to one of the host's around them. The browser's parser allows no form in a form, but the document does. Returns the form
 * and the function that removes it.
 */
export function addThirdPartyForm(container: HTMLElement): { form: HTMLFormElement; remove: () => void } {
  const form = container.ownerDocument.createElement('form')
  form.method = 'dialog'
  form.dataset.ca = 'captcha-form'
  for (const type of ['submit', 'reset'])
    form.addEventListener(type, (event) => {
      event.preventDefault()
      event.stopPropagation()
    })
  container.append(form)
  return { form, remove: () => form.remove() }
}
