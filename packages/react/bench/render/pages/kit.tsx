import { ConnectAccount } from '@connect-account/react'
import '@connect-account/react/styles.css'
import { credentials } from '../../../src/components/flow/screen-chunks.ts'
import { backend } from './backend.ts'
import { present } from './subject.ts'

/** Loads the same chunk as the kit does for the form. */
function loadForm() {
  return new Promise<void>((resolve) => {
    credentials.subscribe(() => {
      if (credentials.read().module) resolve()
    })
    credentials.load()
  })
}

present(() => <ConnectAccount transport={backend} memory={null} />, loadForm)
