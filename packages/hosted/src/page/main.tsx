// First, so that no other script finds the token in the address.
import { address } from './taken-address.ts'
import '@connect-account/react/styles.css'
import './page.css'
import { createRoot } from 'react-dom/client'
import { HostedPage } from './hosted-page.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root.')
createRoot(root).render(<HostedPage address={address} />)
