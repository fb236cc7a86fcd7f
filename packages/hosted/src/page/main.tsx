import '@connect-account/react/styles.css'
import './page.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { HostedPage } from './hosted-page.tsx'
import { readAddress } from './link-address.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root.')
createRoot(root).render(
  <StrictMode>
    <HostedPage address={readAddress()} />
  </StrictMode>,
)
