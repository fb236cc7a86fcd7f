/**
 * A separate module for the dynamic import, because bundlers warn about a module that is also imported
 * statically.
 */
export { ConnectAccountDialog } from '../dialog/connect-account-dialog.tsx'
