import type { LinkDetails } from '@connect-account/core'
import { HostLinks } from './host-links.tsx'
import { Notice } from './notice.tsx'
import { useWords } from './words/words-context.ts'

interface IntroductionProps {
  readonly details: LinkDetails
  readonly onContinue: () => void
  readonly onCancel: () => void
}

/** Says whose account it becomes, before the page asks for anything. Only a press of the visitor opens the link. */
export function Introduction({ details, onContinue, onCancel }: IntroductionProps) {
  const words = useWords()
  const { connect, reconnect, question } = words.introduction
  const { heading, asks, before, after } = details.isReconnect ? reconnect : connect
  const { brand } = details
  return (
    <Notice
      heading={brand ? asks(brand.name) : heading}
      text={
        <>
          {before}
          <strong>
            <Owner details={details} />
          </strong>
          {after}
        </>
      }
      more={question}
      actions={[
        { text: words.continue, onPress: onContinue },
        { text: words.cancel, onPress: onCancel, isQuiet: true },
      ]}
      foot={<HostLinks brand={brand} />}
    />
  )
}

/** Each name in isolation: letters of another direction in one must not reorder the sentence. */
export function Owner({ details: { owner, brand } }: { readonly details: LinkDetails }) {
  const words = useWords()
  const { name, email } = owner
  return (
    <>
      <bdi>{name}</bdi>
      {email && (
        <>
          {' ('}
          <bdi>{email}</bdi>)
        </>
      )}
      {brand && (
        <>
          {words.at}
          <bdi>{brand.name}</bdi>
        </>
      )}
    </>
  )
}
