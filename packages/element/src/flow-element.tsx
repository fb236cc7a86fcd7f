import { ConnectAccount } from '@connect-account/react'
import { DraftContext, newDraft, sessionIdentity } from '@connect-account/react/internal'
import { flowProps } from './flow-props.tsx'
import { KitElement } from './kit-element.ts'

/** `<connect-account>`. */
export class FlowElement extends KitElement {
  /** What the user typed, without secrets. It outlives a removal from the page. */
  #kept: { readonly user: string | undefined; readonly draft: ReturnType<typeof newDraft> } | undefined

  protected content() {
    const props = flowProps(this.shared(), (type, detail) => this.send(type, detail))
    const user = sessionIdentity(props)
    // Another user must not see what this one has typed.
    if (this.#kept?.user !== user || !this.#kept) this.#kept = { user, draft: newDraft() }
    return (
      <DraftContext.Provider value={this.#kept.draft}>
        <ConnectAccount {...props} nonce={this.nonce || undefined} />
      </DraftContext.Provider>
    )
  }
}
