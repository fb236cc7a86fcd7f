import { providerCatalogue } from '@connect-account/core/catalogue'
import { fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { renderStep } from '../../../test/render-step.tsx'
import { credentialsStep } from '../../../test/steps.ts'
import type { ConnectStepOf } from '../../hooks/flow/connect-step.ts'
import { code, credentials, end, others, qr } from './screen-chunks.ts'

const picker: ConnectStepOf<'choosing_provider'> = {
  type: 'choosing_provider',
  providers: providerCatalogue,
  choose: () => {},
  cancel: () => {},
}

beforeEach(() => {
  vi.useFakeTimers()
  // Other tests may have loaded them.
  const unloaded = { isLoading: false }
  for (const chunk of [credentials, code, end, others, qr]) {
    vi.spyOn(chunk, 'read').mockReturnValue(unloaded)
    vi.spyOn(chunk, 'load').mockImplementation(() => {})
    vi.spyOn(chunk, 'preload').mockImplementation(() => {})
  }
})

afterEach(() => {
  vi.useRealTimers()
})

describe('the code of a provider’s first step', () => {
  it.each([
    ['LinkedIn', credentials],
    ['WhatsApp', qr],
    ['Gmail', others],
  ])('loads once the user reaches for %s', (name, chunk) => {
    renderStep(picker)
    const button = screen.getByRole('button', { name: new RegExp(`^${name}`) })
    fireEvent.pointerOver(button)
    expect(chunk.preload).toHaveBeenCalledOnce()
    for (const other of [credentials, others, qr]) {
      if (other !== chunk) expect(other.preload).not.toHaveBeenCalled()
    }
  })

  it('loads on keyboard focus and on touch', () => {
    renderStep(picker)
    const button = screen.getByRole('button', { name: /^WhatsApp/ })
    button.focus()
    expect(qr.preload).toHaveBeenCalledTimes(1)
    fireEvent.pointerDown(button)
    expect(qr.preload).toHaveBeenCalledTimes(2)
  })
})

describe('the code of the next step', () => {
  it('loads when the browser is idle', () => {
    const idle: (() => void)[] = []
    vi.stubGlobal('requestIdleCallback', (task: () => void) => idle.push(task))
    vi.stubGlobal('cancelIdleCallback', () => {})
    renderStep(credentialsStep())
    expect(end.preload).not.toHaveBeenCalled()
    for (const task of idle) task()
    expect(end.preload).toHaveBeenCalledOnce()
    expect(others.preload).toHaveBeenCalledOnce()
  })

  it('loads after a delay in a browser without requestIdleCallback', () => {
    vi.stubGlobal('requestIdleCallback', undefined)
    const { show } = renderStep(picker)
    expect(credentials.preload).not.toHaveBeenCalled()
    vi.runAllTimers()
    expect(credentials.preload).toHaveBeenCalledOnce()
    expect(end.preload).toHaveBeenCalledOnce()
    expect(others.preload).not.toHaveBeenCalled()
    show(credentialsStep())
    vi.runAllTimers()
    expect(end.preload).toHaveBeenCalledTimes(2)
    expect(others.preload).toHaveBeenCalledOnce()
  })
})
