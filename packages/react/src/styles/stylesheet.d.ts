// The types of `styles.css` and `accounts.css`, which are imported only for their effect.
export {}
