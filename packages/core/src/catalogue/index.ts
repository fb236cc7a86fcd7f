import type { Provider } from '../protocol/index.ts'
import { linkedin } from './linkedin.ts'
import { whatsapp } from './whatsapp.ts'

/** Every provider that can be linked, in the order in which a picker shows them. One file a provider. */
export const providerCatalogue: readonly Provider[] = [linkedin, whatsapp]
