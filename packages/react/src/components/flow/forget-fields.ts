/**
 * Empties every field in `element`. An element that left the page can be kept in memory by the browser, by an extension or by
 * the host, and React keeps the last value of each field beside it: a password would live as long.
 */
export function forgetFields(element: HTMLElement): void {
  for (const field of element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
    field.value = ''
    // React mirrors the value of a controlled field in its attribute.
    field.removeAttribute('value')
  }
}
