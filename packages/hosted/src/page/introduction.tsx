import type { LinkDetails } from '@connect-account/core'
import { Notice } from './notice.tsx'
import { introduction, words } from './words.ts'

interface IntroductionProps {
  readonly details: LinkDetails
  readonly onContinue: () => void
  readonly onCancel: () => void
}

/** Says whose account it becomes, before the page asks for anything. Only a press of the visitor opens the link. */
export function Introduction({ details, onContinue, onCancel }: IntroductionProps) {
  const { heading, lead, end, question } = introduction(details)
  return (
    <Notice
      heading={heading}
      text={
        <>
          {lead}
          <strong>
            <Owner details={details} />
          </strong>
          {end}
        </>
      }
      more={question}
      actions={[
        { text: words.continue, onPress: onContinue },
        { text: words.cancel, onPress: onCancel, isQuiet: true },
      ]}
    />
  )
}

/** Each name in isolation: letters of another direction in one must not reorder the sentence. */
export function Owner({ details: { owner, theme } }: { readonly details: LinkDetails }) {
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
      {theme.productName && (
        <>
          {words.at}
          <bdi>{theme.productName}</bdi>
        </>
      )}
    </>
  )
}
