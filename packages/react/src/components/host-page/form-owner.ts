import { createContext, useContext } from 'react'

/**
 * The id of the form that controls belong to. No control of ours may be without the attribute `form`: it would belong to a form of
 * the host's around it, which then sends it, submits with it, and waits for it to be valid. The empty string: to none.
 */
export const FormOwner = createContext('')

/** What goes into the attribute `form` of every input, select, textarea, button and fieldset. */
export const useFormOwner = (): string => useContext(FormOwner)
