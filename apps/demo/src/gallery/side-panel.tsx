import { ConnectAccount, type ConnectAccountProps } from '@connect-account/react'

type SidePanelProps = ConnectAccountProps & { readonly close: () => void }

/** The flow in a panel of the host, without a card of its own. */
export default function SidePanel({ close, appearance, ...flow }: SidePanelProps) {
  const look = typeof appearance === 'string' ? { colorScheme: appearance } : appearance
  return (
    <section className="panel" aria-label="Side panel">
      <button type="button" className="plain" onClick={close}>
        Close the panel
      </button>
      <ConnectAccount
        {...flow}
        id="panel"
        appearance={{ ...look, layout: { frame: 'none' } }}
        onClose={close}
        onEnd={({ type }) => type === 'canceled' && close()}
      />
    </section>
  )
}
