/** A module of its own, so that a page which has the dialog already loads it once, and bundlers have nothing to warn of. */
export { ConnectAccountDialog } from '../dialog/connect-account-dialog.tsx'
