import type { Meta, StoryObj } from '@storybook/react-vite'
import { type CSSProperties, useId } from 'react'
import { expect, waitFor, within } from 'storybook/test'
import { type Notice, renderNotice } from '../src/notices/notice-mail.ts'

const frame: CSSProperties = { width: '100%', height: 720, border: '1px solid #a1a1aa', borderRadius: 8 }
const plain: CSSProperties = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', font: '14px/20px monospace' }

/**
 * The email as a mail program shows it, and its plain text below. `scheme` is the color scheme of the mail
 * program.
 */
function NoticePreview({ notice, scheme }: { notice: Notice; scheme: 'light' | 'dark' }) {
  const id = useId()
  const { subject, text, html } = renderNotice(notice)
  return (
    <main style={{ padding: 16, maxWidth: 760 }}>
      <h1 id={id} style={{ font: '600 18px/26px system-ui' }}>
        {subject}
      </h1>
      <iframe
        title={subject}
        srcDoc={html}
        style={{ ...frame, colorScheme: scheme }}
        sandbox="allow-same-origin"
      />
      <section aria-labelledby={id} style={plain}>
        {text}
      </section>
    </main>
  )
}

const notice: Notice = {
  productName: 'Example',
  provider: 'LinkedIn',
  accountName: 'Anna Sandbox',
  url: 'https://app.example.com/connect/links/kF3tq0Xy1cZ8m2Vb7Lr5Ns9Wd4Ge6Hj0Pa1Qu3Ti5Yo',
}

const meta: Meta = {
  title: 'Emails',
  parameters: { step: 'none' },
  // The mail is a document of its own: it has one heading and the link twice.
  async play({ canvas }) {
    const frame = await canvas.findByTitle<HTMLIFrameElement>(/^Reconnect your/)
    const body = await waitFor(() => {
      const found = frame.contentDocument?.querySelector<HTMLElement>('body.page')
      if (!found) throw new Error('The mail is not shown yet.')
      return found
    })
    await expect(within(body).getAllByRole('heading')).toHaveLength(1)
    await expect(within(body).getAllByRole('link')).toHaveLength(2)
    await expect(body.scrollWidth).toBeLessThanOrEqual(body.clientWidth)
  },
}

export default meta

type Story = StoryObj

export const Light: Story = { render: () => <NoticePreview notice={notice} scheme="light" /> }

export const Dark: Story = { render: () => <NoticePreview notice={notice} scheme="dark" /> }

export const WithReason: Story = {
  render: () => (
    <NoticePreview
      notice={{
        ...notice,
        provider: 'WhatsApp',
        accountName: '+33 6 12 34 56 78',
        reason: 'logged out on the phone',
      }}
      scheme="light"
    />
  ),
}

export const WithoutName: Story = {
  render: () => (
    <NoticePreview
      notice={{ productName: 'Example', provider: 'Gmail', url: 'https://app.example.com/settings' }}
      scheme="light"
    />
  ),
}

export const LongWords: Story = {
  render: () => (
    <NoticePreview
      notice={{
        ...notice,
        productName: 'The Exceedingly Long-Winded Customer Relationship Company',
        accountName: 'anna.bartholomew-featherstonehaugh.the.third@a-very-long-subdomain.mail.example.com',
      }}
      scheme="light"
    />
  ),
}
