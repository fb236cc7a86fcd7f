import { ConnectAccount } from '@connect-account/react'
import { ConnectInspector } from '@connect-account/react/inspector'
import '@connect-account/react/inspector.css'
import { useState } from 'react'
import { browserSandbox } from './browser-sandbox.ts'

/** A flow and, at the edge of the page, what happens in it. */
export function Inspected() {
  const [{ transport }] = useState(browserSandbox)
  return (
    <>
      <ConnectInspector defaultOpen />
      <ConnectAccount transport={transport} memory={null} />
    </>
  )
}
