/** Keeps the height of the card while the messages of the locale load, so that no other language flashes. */
export function WordlessScreen() {
  return (
    <div data-ca="step" aria-busy="true">
      <div data-ca="skeleton" aria-hidden="true">
        <i data-ca="skeleton-line" />
        <i data-ca="skeleton-line" />
        <i data-ca="skeleton-line" />
      </div>
    </div>
  )
}
