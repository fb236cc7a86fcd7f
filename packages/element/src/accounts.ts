export { AccountList } from '@connect-account/react/accounts'
