import { kebab } from './read-variables.ts'

/**
 * Adds class names to the parts inside `place`, now and when parts are added, before they are painted.
 *
 * @param classes The class names of a part, by its name.
 * @returns A function that removes them.
 */
export function applyElements(place: Element, classes: readonly (readonly [string, string])[]): () => void {
  const parts = classes
    // React renders the class names of these.
    .filter(([part]) => /^[a-zA-Z]+$/.test(part) && part !== 'root' && part !== 'dialog')
    .map(([part, names]) => [`[data-ca="${kebab(part)}"]`, names.split(/\s+/).filter(Boolean)] as const)

  function apply(verb: 'add' | 'remove') {
    for (const [selector, names] of parts)
      for (const element of place.querySelectorAll(selector)) element.classList[verb](...names)
  }

  apply('add')
  const observer = new MutationObserver(() => apply('add'))
  observer.observe(place, { childList: true, subtree: true })
  return () => {
    observer.disconnect()
    apply('remove')
  }
}
