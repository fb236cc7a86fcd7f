import kitStyles from 'virtual:kit-styles'
import { scriptedTransport } from '@connect-account/core/testing'
import { expect, it, vi } from 'vitest'
import { ConnectAccount } from '../../src/components/flow/connect-account.tsx'
import { countStyles } from '../../src/hooks/error-reports/check-styles.ts'
import { addKitStyles, addSheet, findPart, show } from './page.ts'

it('counts a copy in a layer too, but no rules of the host', () => {
  expect(countStyles(document)).toBe(0)
  addKitStyles()
  addSheet("[data-ca='root'] { --ca-ease: 1s; --_ca-accent: red }")
  expect(countStyles(document)).toBe(1)
  addSheet(`@layer vendor { ${kitStyles.baseline} }`)
  expect(countStyles(document)).toBe(2)
})

it('reports a second copy, once', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const onError = vi.fn()
  addKitStyles()
  addKitStyles('vite')
  show(
    <>
      <ConnectAccount transport={scriptedTransport()} memory={null} onError={onError} />
      <ConnectAccount transport={scriptedTransport()} memory={null} onError={onError} />
    </>,
  )
  await findPart('picker')
  await expect.poll(() => onError.mock.calls.length).toBe(1)
  expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'stylesheet_repeated' }))
  expect(log).toHaveBeenCalledTimes(1)
  log.mockRestore()
})
