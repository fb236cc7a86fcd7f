/**
 * Solves: controls of a third party, such as a captcha's, would belong to a form of the host around them.
 * Adds our own form to `container` for them. HTML's parser forbids nested forms, but the DOM allows
 * them. Returns the form and a function that removes it.
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
