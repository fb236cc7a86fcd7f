import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { Captcha as CaptchaExample } from './Captcha.tsx'
import { CaptchaArkose as CaptchaArkoseExample } from './CaptchaArkose.tsx'
import { CaptchaWithoutAdapter as CaptchaWithoutAdapterExample } from './CaptchaWithoutAdapter.tsx'
import { Challenge as ChallengeExample } from './Challenge.tsx'
import { Contract as ContractExample } from './Contract.tsx'
import { InApp as InAppExample } from './InApp.tsx'
import { InAppDeclined as InAppDeclinedExample } from './InAppDeclined.tsx'
import { Loading as LoadingExample } from './Loading.tsx'
import { NumberMatching as NumberMatchingExample } from './NumberMatching.tsx'
import { Offline as OfflineExample } from './Offline.tsx'
import { Phone as PhoneExample } from './Phone.tsx'
import { PhoneError as PhoneErrorExample } from './PhoneError.tsx'
import { ShowCode as ShowCodeExample } from './ShowCode.tsx'
import { ShowEmoji as ShowEmojiExample } from './ShowEmoji.tsx'
import { Unsupported as UnsupportedExample } from './Unsupported.tsx'

export default { title: 'Checkpoints' } satisfies Meta

type Story = StoryObj

export const InApp: Story = {
  name: 'Approval in the app',
  render: () => <InAppExample />,
  parameters: { step: 'in_app' },
}

export const InAppDeclined: Story = {
  name: 'Approval was declined',
  render: () => <InAppDeclinedExample />,
  parameters: { step: 'failed' },
}

export const NumberMatching: Story = {
  name: 'Approval with a number to tap',
  render: () => <NumberMatchingExample />,
  parameters: { step: 'in_app' },
}

export const ShowCode: Story = {
  name: 'Code to enter on the phone',
  render: () => <ShowCodeExample />,
  parameters: { step: 'show' },
}

export const ShowCodeRightToLeft: Story = {
  name: 'Code to enter on the phone, in Arabic',
  render: () => <ShowCodeExample />,
  globals: { language: 'ar' },
  parameters: { step: 'show' },
}

export const ShowEmoji: Story = {
  name: 'Emoji to tap on the phone',
  render: () => <ShowEmojiExample />,
  parameters: { step: 'show' },
}

export const Phone: Story = {
  name: 'Phone number',
  render: () => <PhoneExample />,
  parameters: { step: 'phone' },
}

export const PhoneError: Story = {
  name: 'Phone number was refused',
  render: () => <PhoneErrorExample />,
  parameters: { step: 'phone' },
}

export const Captcha: Story = {
  name: 'Security check',
  render: () => <CaptchaExample />,
  parameters: { step: 'captcha' },
}

export const CaptchaSolved: Story = {
  name: 'Security check, solved and accepted',
  render: () => <CaptchaExample />,
  parameters: { step: 'linked' },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('checkbox'))
    await canvas.findByRole('heading', { name: 'LinkedIn is connected' }, { timeout: 10_000 })
  },
}

export const CaptchaWithoutAdapter: Story = {
  name: 'Security check that cannot be shown',
  render: () => <CaptchaWithoutAdapterExample />,
  parameters: { step: 'captcha' },
}

export const Contract: Story = {
  name: 'Choice of a LinkedIn seat',
  render: () => <ContractExample />,
  parameters: { step: 'contract' },
}

export const Challenge: Story = {
  name: 'Choice of a way',
  render: () => <ChallengeExample />,
  parameters: { step: 'challenge' },
}

export const ChallengeChosen: Story = {
  name: 'A way is chosen',
  render: () => <ChallengeExample />,
  parameters: { step: 'challenge' },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByLabelText(/Email/))
    await expect(canvas.getByLabelText(/Email/)).toBeChecked()
  },
}

export const Loading: Story = {
  name: 'Signing in',
  render: () => <LoadingExample />,
  parameters: { step: 'loading' },
}

export const Unsupported: Story = {
  name: 'A step that the kit does not know',
  render: () => <UnsupportedExample />,
  parameters: { step: 'unsupported' },
}

export const Offline: Story = {
  name: 'Offline in the middle',
  render: () => <OfflineExample />,
  parameters: { step: 'in_app' },
}

export const CaptchaArkose: Story = {
  name: 'Security check by Arkose, solved and accepted',
  render: () => <CaptchaArkoseExample />,
  parameters: { step: 'linked' },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Solve the puzzle' }))
  },
}

export const PhonePasted: Story = {
  name: 'Phone number, pasted',
  render: () => <PhoneExample />,
  parameters: { step: 'phone' },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByLabelText('Phone number'))
    await userEvent.paste('+33612345678')
    await expect(canvas.getByLabelText('Country')).toHaveDisplayValue('France (+33)')
    await expect(canvas.getByLabelText('Phone number')).toHaveValue('06 12 34 56 78')
  },
}
