/** English messages of the picker's filter. */
export const enKinds = {
  kindFilter: { label: 'Show', all: 'All' },
}
