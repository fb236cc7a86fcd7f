import { createContext, useContext } from 'react'

/**
 * Solves: a form of the host around the flow would own our controls, submit their values and validate them.
 * So each control has the attribute `form`. This is the id to put there; the empty string means no form.
 */
export const FormOwner = createContext('')

/** The `form` attribute of every input, select, textarea, button and fieldset of the kit. */
export const useFormOwner = (): string => useContext(FormOwner)
