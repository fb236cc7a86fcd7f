import type { CodeShape } from '@connect-account/core'
import { type ClipboardEvent, type RefObject, useId, useImperativeHandle, useState } from 'react'
import { useFormOwner } from '../../host-page/form-owner.ts'
import { useMessages } from '../../root/use-messages.ts'
import { checkCode, isWholeCode, readCode, USUAL_CODE } from './read-code.ts'

/** The most cells that fit side by side on a small phone. */
const MAX_CELLS = 10

interface CodeFieldProps {
  readonly shape: CodeShape
  /** Called with the code after each change. */
  readonly onChange: (code: string) => void
  /** The id of the error. Absent if there is none. */
  readonly errorId: string | undefined
  readonly inputRef: RefObject<HTMLInputElement | null>
  /** Returns the code that is in the field now, also if it came without an event. */
  readonly read: RefObject<(() => string) | null>
}

/**
 * One real input over painted cells, because several small inputs break SMS autofill, pasting and screen
 * readers. The code is state of this component, so that a key renders only the cells. The input itself is
 * uncontrolled, because a password manager may fill it without an event.
 */
export function CodeField({ shape, onChange, errorId, inputRef, read }: CodeFieldProps) {
  const messages = useMessages()
  const id = useId()
  const form = useFormOwner()
  const [value, setValue] = useState('')
  const characters = [...value]
  // A pasted text without a code stays unchanged, and is not painted as cells.
  const isText = characters.length > MAX_CELLS || checkCode(value, shape) === 'other' || /\s/.test(value)
  const cells = Array.from(
    { length: isText ? 1 : Math.max(shape.length ?? USUAL_CODE, characters.length) },
    (_, index) => (isText ? '' : (characters[index] ?? '')),
  )

  function show(text: string): string {
    const code = readCode(text, shape)
    const input = inputRef.current
    if (input && input.value !== code) input.value = code
    setValue(code)
    return code
  }

  useImperativeHandle(read, () => () => show(inputRef.current?.value ?? ''))

  const change = (text: string) => onChange(show(text))

  function paste(event: ClipboardEvent<HTMLInputElement>) {
    // The browser would join the lines of the text, and so join words and the code.
    event.preventDefault()
    const pasted = event.clipboardData.getData('text')
    const { value: before, selectionStart, selectionEnd } = event.currentTarget
    const start = selectionStart ?? before.length
    // A complete code replaces what was typed; a part is inserted at the caret.
    change(
      isWholeCode(pasted, shape)
        ? pasted
        : before.slice(0, start) + pasted + before.slice(selectionEnd ?? start),
    )
  }

  return (
    <div data-ca="code-field" data-text={isText || undefined} data-invalid={errorId ? true : undefined}>
      <label data-ca="live" htmlFor={id}>
        {messages.code.label}
      </label>
      <div data-ca="code-cells" aria-hidden="true">
        {cells.map((character, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the cells never move.
            key={index}
            data-ca="code-cell"
            data-active={index === Math.min(characters.length, cells.length - 1) || undefined}
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
        inputMode={shape.format === 'digits' ? 'numeric' : 'text'}
        autoCapitalize="none"
        dir="ltr"
        spellCheck={false}
        aria-required
        aria-invalid={errorId ? true : undefined}
        aria-describedby={errorId}
        // No maxLength: it would cut a pasted "Your code is 123456" before it is read.
        onChange={({ target, nativeEvent }) => {
          // The text must not change while an input method composes it.
          if ('isComposing' in nativeEvent && nativeEvent.isComposing) setValue(target.value)
          else change(target.value)
        }}
        onCompositionEnd={({ currentTarget }) => change(currentTarget.value)}
        onPaste={paste}
        onSelect={({ currentTarget: input }) => {
          if (isText) return
          // The painted caret is always after the last character, so the real one must be too.
          const { selectionStart, selectionEnd, value } = input
          if (selectionStart === selectionEnd && selectionEnd !== value.length)
            input.setSelectionRange(value.length, value.length)
        }}
      />
    </div>
  )
}
