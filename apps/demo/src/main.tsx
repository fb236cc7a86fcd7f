import '@connect-account/react/styles.css'
import '@connect-account/react/accounts.css'
import '@connect-account/react/themes/soft.css'
import '@connect-account/react/themes/sharp.css'
import '@connect-account/react/themes/compact.css'
import '@connect-account/react/themes/warm.css'
import './demo.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root.')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
