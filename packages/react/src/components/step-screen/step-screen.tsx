import type { ConnectStep } from '../../hooks/connect-step.ts'
import { PreparingScreen } from '../preparing/preparing-screen.tsx'
import { ProviderPicker } from '../provider-picker/provider-picker.tsx'
import { chunk, LazyScreen } from './lazy-screen.tsx'

const unavailable = chunk(() => import('../unavailable/unavailable-screen.tsx'))
const credentials = chunk(() => import('../credentials/credentials-screen.tsx'))
const code = chunk(() => import('../code/code-screen.tsx'))
const qr = chunk(() => import('../qr/qr-screen.tsx'))
const inApp = chunk(() => import('../in-app/in-app-screen.tsx'))
const captcha = chunk(() => import('../captcha/captcha-screen.tsx'))
const phone = chunk(() => import('../phone/phone-screen.tsx'))
const choice = chunk(() => import('../choice/choice-screen.tsx'))
const loading = chunk(() => import('../loading/loading-screen.tsx'))
const oauth = chunk(() => import('../oauth/oauth-screen.tsx'))
const unsupported = chunk(() => import('../unsupported/unsupported-screen.tsx'))
const end = chunk(() => import('../end/end-screen.tsx'))

/**
 * One key a step, so that a new one starts with fresh fields and takes the focus, while a revision keeps both. The methods of
 * a provider share their form, so that switching between them loses nothing.
 */
function keyOf(step: ConnectStep): string {
  if ('checkpointId' in step) return `${step.type}:${step.checkpointId}`
  return step.type === 'credentials' ? `${step.type}:${step.provider.id}` : step.type
}

/** The screen of each step. */
export function StepScreen({ step }: { step: ConnectStep }) {
  const key = keyOf(step)
  switch (step.type) {
    case 'preparing':
      return <PreparingScreen key={key} step={step} />
    case 'unavailable':
      return <LazyScreen chunk={unavailable} key={key} step={step} />
    case 'choosing_provider':
      return <ProviderPicker key={key} step={step} />
    case 'credentials':
      return <LazyScreen chunk={credentials} key={key} step={step} />
    case 'otp':
    case 'two_factor':
    case 'otp_or_in_app':
      return <LazyScreen chunk={code} key={key} step={step} />
    case 'in_app':
      return <LazyScreen chunk={inApp} key={key} step={step} />
    case 'phone':
      return <LazyScreen chunk={phone} key={key} step={step} />
    case 'captcha':
      return <LazyScreen chunk={captcha} key={key} step={step} />
    case 'qr':
      return <LazyScreen chunk={qr} key={key} step={step} />
    case 'contract':
    case 'challenge':
      return <LazyScreen chunk={choice} key={key} step={step} />
    case 'loading':
      return <LazyScreen chunk={loading} key={key} step={step} />
    case 'oauth':
      return <LazyScreen chunk={oauth} key={key} step={step} />
    case 'unsupported':
      return <LazyScreen chunk={unsupported} key={key} step={step} />
    case 'linked':
    case 'relinked':
    case 'duplicate':
    case 'restricted':
    case 'mismatch':
    case 'cancelled':
    case 'expired':
    case 'failed':
      return <LazyScreen chunk={end} key={key} step={step} />
    default:
      return step satisfies never
  }
}
