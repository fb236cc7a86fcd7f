/**
 * Sets a control's value as some password managers do: without any event, so that React does not notice it.
 */
export function fillSilently(control: HTMLElement, value: string): void {
  const { prototype } = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value)
}
