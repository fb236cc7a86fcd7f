/** The English words of the picker's filter; they load with it. */
export const enKinds = {
  kindFilter: { label: 'Show', all: 'All' },
}
