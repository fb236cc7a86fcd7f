import { useEffect, useMemo, useRef } from 'react'
import type { ConnectStep } from '../../hooks/flow/connect-step.ts'
import { isFirstStep } from '../../hooks/flow/first-step.ts'
import { loadedChunk } from '../lazy/chunk.ts'
import { useRoot } from '../root/root-context.ts'
import { ProviderPicker } from '../screens/picker/provider-picker.tsx'
import { PreparingScreen } from '../screens/preparing-screen.tsx'
import { code, credentials, end, introduction, others, phone, qr, show } from './screen-chunks.ts'
import { ScreenSwitch } from './screen-switch.tsx'
import { type StepView, viewOf } from './step-view.tsx'
import { usePreloading } from './use-preloading.ts'

const first = loadedChunk({ PreparingScreen, ProviderPicker })

/**
 * One key per step. A new step starts with empty fields and takes the focus; a revision of the same step
 * keeps both. The methods of a provider share a key, so that switching between them keeps what was typed.
 */
function keyOf(step: ConnectStep): string {
  if ('checkpointId' in step) return `${step.type}:${step.checkpointId}`
  return step.type === 'credentials' ? `${step.type}:${step.provider.id}` : step.type
}

function viewOfStep(step: ConnectStep): StepView {
  const key = keyOf(step)
  switch (step.type) {
    case 'preparing':
      return viewOf(key, step, first, (screens) => screens.PreparingScreen)
    case 'choosing_provider':
      return viewOf(key, step, first, (screens) => screens.ProviderPicker)
    case 'credentials':
      return viewOf(key, step, credentials, (screens) => screens.CredentialsScreen)
    case 'qr':
      return viewOf(key, step, qr, (screens) => screens.QrScreen)
    case 'show':
      return viewOf(key, step, show, (screens) => screens.ShowScreen)
    case 'phone':
      return viewOf(key, step, phone, (screens) => screens.PhoneScreen)
    case 'unavailable':
      return viewOf(key, step, end, (screens) => screens.UnavailableScreen)
    case 'otp':
    case 'two_factor':
    case 'otp_or_in_app':
      return viewOf(key, step, code, (screens) => screens.CodeScreen)
    case 'in_app':
      return viewOf(key, step, others, (screens) => screens.InAppScreen)
    case 'captcha':
      return viewOf(key, step, others, (screens) => screens.CaptchaScreen)
    case 'contract':
    case 'challenge':
      return viewOf(key, step, others, (screens) => screens.ChoiceScreen)
    case 'loading':
      return viewOf(key, step, others, (screens) => screens.LoadingScreen)
    case 'consent':
      return viewOf(key, step, others, (screens) => screens.ConsentScreen)
    case 'unsupported':
      return viewOf(key, step, others, (screens) => screens.UnsupportedScreen)
    case 'linked':
    case 'relinked':
    case 'duplicate':
    case 'restricted':
    case 'mismatch':
    case 'canceled':
    case 'expired':
    case 'failed':
      return viewOf(key, step, end, (screens) => screens.EndScreen)
    default:
      return step satisfies never
  }
}

/** Maps each step to its screen, and preloads the code of the next one. */
export function StepScreen({ step }: { step: ConnectStep }) {
  const frame = useRef<HTMLDivElement>(null)
  usePreloading(frame, step)
  const isIntroducing = !!useRoot().introduction
  const view = useMemo(
    () =>
      isIntroducing && isFirstStep(step)
        ? viewOf('introduction', step, introduction, (screens) => screens.IntroductionScreen)
        : viewOfStep(step),
    [step, isIntroducing],
  )
  useEffect(() => {
    if (isIntroducing) introduction.preload()
  }, [isIntroducing])
  return <ScreenSwitch view={view} frame={frame} />
}
