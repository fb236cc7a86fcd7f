/** What only the verbs of a step need, for steps that are only read. */
export const inertWiring = {
  send: () => {},
  close: () => {},
  openConsent: () => {},
  isConsentOpen: false,
  options: {},
  typed: { read: () => ({}), write: () => {}, clear: () => {} },
  optionalVerbs: () => ({}),
}
