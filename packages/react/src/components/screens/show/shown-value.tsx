import { useEffect, useRef, useState } from 'react'
import type { ShownOnPhone } from '../../../hooks/flow/connect-step.ts'
import { enShow } from '../../../locales/en-show.ts'
import { Button } from '../../parts/button.tsx'
import { useSecondsUntil } from '../../parts/use-seconds-until.ts'
import { useRoot } from '../../root/root-context.ts'
import { useWords } from '../../root/use-words.ts'

interface ShownValueProps {
  readonly show: ShownOnPhone
  /** Says what to do with it, where the heading does not. */
  readonly isExplained?: boolean
}

/**
 * The code, emoji or number that belongs on the phone: from left to right in every language, with how long it is
 * valid. What has to be typed can be copied.
 */
export function ShownValue({ show, isExplained }: ShownValueProps) {
  const { show: words } = useWords(enShow)
  const { announce } = useRoot()
  const { kind, value, label, imageUrl, expiresAt } = show
  const text = useRef<HTMLElement>(null)
  const announced = useRef(value)
  const [copied, setCopied] = useState<{ readonly value: string; readonly text: string }>()
  const [brokenImage, setBrokenImage] = useState<string>()
  const isTyped = kind === 'code' || kind === 'unknown'

  useEffect(() => {
    if (announced.current === value) return
    announced.current = value
    announce(`${words.renewed} ${label}`)
  }, [value, label, announce, words])

  async function copy() {
    try {
      await navigator.clipboard.writeText(value)
      tell(words.copied)
    } catch {
      // The browser forbids it, or the page is not secure: one key press copies what is selected.
      if (text.current) getSelection()?.selectAllChildren(text.current)
      tell(words.notCopied)
    }
  }

  function tell(result: string) {
    setCopied({ value, text: result })
    announce(result)
  }

  const result = copied?.value === value ? copied.text : undefined
  const isNamed = label !== value
  return (
    <div data-ca="show">
      {isExplained && <p>{words.kinds[kind]}</p>}
      <div data-ca="code-field">
        <div data-ca="code-cells" dir="ltr">
          {imageUrl && imageUrl !== brokenImage ? (
            <img
              data-ca="code-cell"
              src={imageUrl}
              alt={label}
              referrerPolicy="no-referrer"
              onError={() => setBrokenImage(imageUrl)}
            />
          ) : (
            <strong
              ref={text}
              data-ca="code-cell"
              translate="no"
              {...(isNamed && { role: 'img', 'aria-label': label })}
            >
              {value}
            </strong>
          )}
        </div>
      </div>
      {expiresAt !== undefined && <Validity expiresAt={expiresAt} />}
      {isTyped && <Button onClick={copy}>{result === words.copied ? words.copied : words.copy}</Button>}
      {result === words.notCopied && <p data-ca="help">{result}</p>}
    </div>
  )
}

function Validity({ expiresAt }: { expiresAt: number }) {
  const { show: words } = useWords(enShow)
  const { announce } = useRoot()
  const seconds = useSecondsUntil(expiresAt)
  const isExpired = seconds === 0
  useEffect(() => {
    if (isExpired) announce(words.expired)
  }, [isExpired, announce, words])
  return <p data-ca="qr-status">{isExpired ? words.expired : words.validFor(seconds)}</p>
}
