// A stylesheet is imported for its effect and has no exports. Named by the `types` condition of `styles.css`
// and `accounts.css`.
export {}
