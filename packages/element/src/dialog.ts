export { ConnectAccountDialog } from '@connect-account/react'
