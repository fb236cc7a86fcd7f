import { useEffect, useRef } from 'react'
import { enAccounts } from '../../locales/en-accounts.ts'
import { FormOwner } from '../host-page/form-owner.ts'
import { useEscape } from '../host-page/use-escape.ts'
import { useOwnForm } from '../host-page/use-own-form.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { useRoot } from '../root/root-context.ts'
import { useWords } from '../root/use-words.ts'
import type { NamedAccount } from './account-names.ts'

/** The longest name that the server accepts, in characters. */
const LONGEST_NAME = 80

interface RenameFormProps extends NamedAccount {
  readonly pending: boolean
  /** Called with the new name, or with `null` for the provider's name. */
  readonly onRename: (name: string | null) => void
  readonly onClose: () => void
}

/** Edits the account's name. Enter saves, Escape cancels. A refused name stays in the field. */
export function RenameForm({ account, name, service, pending, onRename, onClose }: RenameFormProps) {
  const { actions } = useRoot().messages
  const { rename: words } = useWords(enAccounts).accounts
  const place = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])

  const owner = useOwnForm(place, save)
  useEscape(place, !pending, onClose)

  function save() {
    if (pending) return
    const chosen = input.current?.value.trim() ?? ''
    if (chosen === account.name) onClose()
    else onRename(chosen || null)
  }

  return (
    <FormOwner.Provider value={owner}>
      {/* biome-ignore lint/a11y/useSemanticElements: HTML forbids a form inside a form of the host. */}
      <div ref={place} role="form" data-ca="rename" aria-label={words.form(name)}>
        <Field label={words.label} help={words.help(service)} required={false}>
          {(control) => (
            <input
              {...control}
              ref={input}
              type="text"
              defaultValue={account.name}
              readOnly={pending}
              maxLength={LONGEST_NAME}
              autoComplete="off"
              enterKeyHint="done"
            />
          )}
        </Field>
        <div data-ca="row-actions">
          <Button submit variant="primary" pending={pending}>
            {words.save}
          </Button>
          <Button variant="quiet" inert={pending} onClick={onClose}>
            {actions.cancel}
          </Button>
        </div>
      </div>
    </FormOwner.Provider>
  )
}
