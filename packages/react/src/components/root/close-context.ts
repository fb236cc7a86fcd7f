import { createContext } from 'react'

/** Closes the dialog around a flow. Without a dialog there is no close button. */
export const CloseContext = createContext<(() => void) | undefined>(undefined)
