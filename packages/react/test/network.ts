import { act } from '@testing-library/react'
import { vi } from 'vitest'

/** Puts the browser offline, or back online, and notifies the page. Undone after each test. */
export function setOnline(isOnline: boolean): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline)
  act(() => void window.dispatchEvent(new Event(isOnline ? 'online' : 'offline')))
}
