/** A pulsing dot and a text, while the user or the provider acts elsewhere. */
export function WaitingLine({ text }: { text: string }) {
  return (
    <p data-ca="waiting">
      <span data-ca="pulse" aria-hidden="true" />
      {text}
    </p>
  )
}
