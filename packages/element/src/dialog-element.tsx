import type { OpenChangeDetails } from '@connect-account/react'
import { flowProps } from './flow-props.tsx'
import { LazyElement } from './lazy-element.ts'

/** `<connect-account-dialog>`. The dialog itself is at the end of the body, so its own children stay as they are. */
export class DialogElement extends LazyElement<typeof import('./dialog.ts')> {
  override write(name: string, value: unknown) {
    if (name === 'open') this.toggleAttribute('open', Boolean(value))
    else super.write(name, value)
  }

  override read(name: string) {
    return name === 'open' ? super.read(name) === true : super.read(name)
  }

  protected override place() {
    return document.createElement('div')
  }

  protected load() {
    return import('./dialog.ts')
  }

  protected show({ ConnectAccountDialog }: typeof import('./dialog.ts')) {
    const props = flowProps({ ...this.shared(), closable: true }, (type, detail) => this.send(type, detail))
    return (
      <ConnectAccountDialog
        {...props}
        nonce={this.nonce || undefined}
        open={this.read('open') === true}
        onOpenChange={(open: boolean, { reason }: OpenChangeDetails) => {
          if (this.send('ca-open-change', { open, reason }, true)) this.write('open', open)
        }}
      />
    )
  }
}
