import { scriptedTransport } from '@connect-account/core/testing'
import {
  type Appearance,
  ConnectAccount,
  ConnectAccountDialog,
  type ConnectAccountProps,
  type ConnectErrorReport,
} from '@connect-account/react'
import { render, screen, waitFor } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue()
})

const root = () => {
  const element = document.querySelector<HTMLElement>('[data-ca="root"]')
  if (!element) throw new Error('There is no root.')
  return element
}

/** Renders the form of one provider. */
async function show(look: Partial<ConnectAccountProps>) {
  const reports: ConnectErrorReport[] = []
  const transport = scriptedTransport({})
  const flow = (next: Partial<ConnectAccountProps>) => (
    <ConnectAccount
      transport={transport}
      memory={null}
      providers={['linkedin']}
      onError={(report) => reports.push(report)}
      {...(next as object)}
    />
  )
  const { rerender } = render(flow(look))
  await screen.findByRole('button', { name: 'Sign in' })
  return { reports, rerender: (next: Partial<ConnectAccountProps>) => rerender(flow(next)) }
}

describe('appearance', () => {
  it('sets variables as tokens of this component, and removes them again', async () => {
    const { rerender } = await show({
      appearance: { variables: { accent: '#0a7c66', controlHeight: '36px', radius: '0' } },
    })
    expect(root().style.getPropertyValue('--ca-accent')).toBe('#0a7c66')
    expect(root().style.getPropertyValue('--ca-control-height')).toBe('36px')
    expect(root().style.getPropertyValue('--ca-radius')).toBe('0px')
    rerender({ appearance: { variables: { accent: '#111' } } })
    expect(root().style.getPropertyValue('--ca-accent')).toBe('#111')
    expect(root().style.getPropertyValue('--ca-radius')).toBe('')
  })

  it('renders no style attribute on the server, because a strict CSP forbids it', () => {
    const html = renderToString(
      <ConnectAccount
        transport={scriptedTransport({})}
        memory={null}
        appearance={{ theme: 'soft', variables: { accent: '#0a7c66' } }}
      />,
    )
    expect(html).toContain('data-ca-look="soft"')
    expect(html).not.toContain('style=')
  })

  it('selects the theme, the color scheme and the frame', async () => {
    await show({ appearance: { theme: 'soft', colorScheme: 'dark', layout: { frame: 'none' } } })
    expect(root()).toHaveAttribute('data-ca-look', 'soft')
    expect(root()).toHaveAttribute('data-ca-theme', 'dark')
    expect(root()).toHaveAttribute('data-ca-frame', 'none')
  })

  it('accepts only a color scheme', async () => {
    await show({ appearance: 'dark' })
    expect(root()).toHaveAttribute('data-ca-theme', 'dark')
  })

  it('adds class names to parts, also of later screens, and takes them away', async () => {
    const { rerender } = await show({
      appearance: { elements: { root: 'card', button: 'btn btn-wide', fieldError: 'oops' } },
    })
    const button = screen.getByRole('button', { name: 'Sign in' })
    expect(root()).toHaveClass('card')
    expect(button).toHaveClass('btn', 'btn-wide')
    button.click()
    await waitFor(() => expect(document.querySelector('[data-ca="field-error"]')).toHaveClass('oops'))
    rerender({ appearance: { elements: {} } })
    expect(button).not.toHaveClass('btn')
    expect(root()).not.toHaveClass('card')
  })

  it('reaches the dialog and its parts', async () => {
    render(
      <ConnectAccountDialog
        open
        onOpenChange={() => {}}
        transport={scriptedTransport({})}
        memory={null}
        appearance={{
          theme: 'sharp',
          layout: { frame: 'page', placement: 'side' },
          elements: { dialog: 'modal', dialogClose: 'x' },
          variables: { width: '30rem' },
        }}
      />,
    )
    const dialog = await screen.findByRole('dialog')
    expect(dialog).toHaveClass('modal')
    expect(dialog).toHaveAttribute('data-ca-look', 'sharp')
    expect(dialog).toHaveAttribute('data-ca-placement', 'side')
    expect(dialog).not.toHaveAttribute('data-ca-frame')
    expect(dialog.style.getPropertyValue('--ca-width')).toBe('30rem')
    expect(screen.getByRole('button', { name: 'Close' })).toHaveClass('x')
  })
})

describe('a mistake in the appearance is reported once, and the rest applies', () => {
  const mistakes: readonly (readonly [member: string, appearance: object])[] = [
    ['theme', { theme: 'neon' }],
    ['colorScheme', { colorScheme: 'blue' }],
    ['layout.frame', { layout: { frame: 'window' } }],
    ['layout.placement', { layout: { placement: 'left' } }],
    ['variables', { variables: 'red' }],
    ['variables.acent', { variables: { acent: '#0a7c66' } }],
    ['variables.accent', { variables: { accent: 'bluish' } }],
    ['variables.radius', { variables: { radius: 12 } }],
    ['elements.buton', { elements: { buton: 'btn' } }],
    ['elements.button', { elements: { button: true } }],
    ['colors', { colors: {} }],
  ]
  it.each(mistakes)('%s', async (member, appearance) => {
    vi.stubGlobal('CSS', { supports: (_: string, value: string) => value !== 'bluish' })
    const { reports, rerender } = await show({ appearance: appearance as Appearance })
    rerender({ appearance: { ...appearance } as Appearance })
    await waitFor(() => expect(reports).toHaveLength(1))
    expect(reports[0]).toMatchObject({ code: 'invalid_option' })
    expect(reports[0]?.message).toContain(`"appearance.${member}"`)
    expect(root().style.getPropertyValue('--ca-accent')).toBe('')
    expect(root()).toHaveAttribute('data-ca-theme', 'light')
    vi.unstubAllGlobals()
  })
})

describe('attributes', () => {
  it('className, style, data-* and aria-* reach the root, and nothing else does', async () => {
    await show({
      className: 'mine',
      style: { maxWidth: '30rem' },
      'data-testid': 'flow',
      'aria-describedby': 'hint',
    })
    expect(root()).toHaveClass('mine')
    expect(root().style.maxWidth).toBe('30rem')
    expect(root()).toHaveAttribute('data-testid', 'flow')
    expect(root()).toHaveAttribute('aria-describedby', 'hint')
    expect(root()).not.toHaveAttribute('providers')
  })

  it('of a dialog reach the dialog only', async () => {
    render(
      <ConnectAccountDialog
        open
        onOpenChange={() => {}}
        transport={scriptedTransport({})}
        memory={null}
        className="mine"
        data-testid="flow"
      />,
    )
    expect(await screen.findByRole('dialog')).toBe(screen.getByTestId('flow'))
    expect(root()).not.toHaveClass('mine')
  })
})
