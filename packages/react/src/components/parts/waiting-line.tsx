/** A calm pulse: something is awaited from elsewhere. */
export function WaitingLine({ text }: { text: string }) {
  return (
    <p data-ca="waiting">
      <span data-ca="pulse" aria-hidden="true" />
      {text}
    </p>
  )
}
