import { linkedin } from './linkedin.ts'
import type { SandboxProvider } from './provider.ts'
import { whatsapp } from './whatsapp.ts'

/** Every provider that the sandbox plays. */
export const providers: readonly SandboxProvider[] = [linkedin, whatsapp]

export function providerById(id: string): SandboxProvider | undefined {
  return providers.find((provider) => provider.id === id)
}
