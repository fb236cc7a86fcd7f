import type { CodeShape } from '@connect-account/core'
import { type RefObject, useId, useState } from 'react'
import { useFormOwner } from '../../host-page/form-owner.ts'
import { useMessages } from '../../root/use-messages.ts'
import { readCode, USUAL_CODE } from './read-code.ts'

interface CodeFieldProps {
  readonly format: CodeShape['format']
  readonly length: number | undefined
  /** Called with the code after each change. */
  readonly onChange: (code: string) => void
  /** The id of the error. Absent if there is none. */
  readonly errorId: string | undefined
  readonly inputRef: RefObject<HTMLInputElement | null>
}

/**
 * One real input over painted cells, because several small inputs break SMS autofill, pasting and screen
 * readers. The code is state of this component, so that a key renders only the cells. `inputRef` gives access
 * to it.
 */
export function CodeField({ format, length, onChange, errorId, inputRef }: CodeFieldProps) {
  const messages = useMessages()
  const id = useId()
  const form = useFormOwner()
  const [value, setValue] = useState('')
  const cells = Array.from(
    { length: Math.max(length ?? USUAL_CODE, value.length) },
    (_, index) => value[index] ?? '',
  )

  function change(text: string) {
    const code = readCode(text, format, length)
    setValue(code)
    onChange(code)
  }

  return (
    <div data-ca="code-field" data-invalid={errorId ? true : undefined}>
      <label data-ca="live" htmlFor={id}>
        {messages.code.label}
      </label>
      <div data-ca="code-cells" aria-hidden="true">
        {cells.map((character, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the cells never move.
            key={index}
            data-ca="code-cell"
            data-active={index === Math.min(value.length, cells.length - 1) || undefined}
            data-filled={character !== '' || undefined}
          >
            {character}
          </span>
        ))}
      </div>
      <input
        ref={inputRef}
        id={id}
        form={form}
        data-ca="code-input"
        data-focus
        // iOS and Android suggest the code of a message that just arrived.
        autoComplete="one-time-code"
        // A number pad has no letters, so only codes without letters get one.
        inputMode={format === 'digits' ? 'numeric' : 'text'}
        autoCapitalize="none"
        dir="ltr"
        spellCheck={false}
        aria-required
        aria-invalid={errorId ? true : undefined}
        aria-describedby={errorId}
        value={value}
        // No maxLength: it would cut a pasted "Your code is 123456" before it is read.
        onChange={(event) => change(event.target.value)}
        onPaste={(event) => {
          event.preventDefault()
          change(event.clipboardData.getData('text'))
        }}
        onSelect={({ currentTarget: input }) => {
          // The painted caret is always after the last character, so the real one must be too.
          const { selectionStart, selectionEnd, value } = input
          if (selectionStart === selectionEnd && selectionEnd !== value.length)
            input.setSelectionRange(value.length, value.length)
        }}
      />
    </div>
  )
}
