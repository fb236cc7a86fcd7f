import type { SandboxPhone } from '../testing/phone.ts'
import { accountStatuses, type DeliveryMode, deliveryModes, syncStatuses } from '../wire/enums.ts'

/** Something that happens at the provider or at Unipile, with its webhooks. */
export interface Scenario {
  readonly name: string
  readonly description: string
  /** Whether it happens to an account. */
  readonly needsAccount: boolean
  /** @param accountId - Empty if it needs none. */
  run(phone: SandboxPhone, accountId: string): Promise<void>
}

/** How webhooks are delivered, in words. */
const deliveries = {
  normal: 'once and at once',
  doubled: 'twice',
  reordered: 'out of order',
  lost: 'never',
} as const satisfies Record<DeliveryMode, string>

/** Every scenario of `trigger`. */
export const scenarios: readonly Scenario[] = [
  ...accountStatuses.map((status) => ({
    name: `account.${status}`,
    description: `The account's status becomes ${status}.`,
    needsAccount: true,
    run: (phone: SandboxPhone, id: string) => phone.setStatus(id, status),
  })),
  {
    name: 'account.locked',
    description: 'Unipile refuses to act on the account.',
    needsAccount: true,
    run: (phone, id) => phone.setLocked(id, true),
  },
  {
    name: 'account.unlocked',
    description: 'Unipile acts on the account again.',
    needsAccount: true,
    run: (phone, id) => phone.setLocked(id, false),
  },
  ...syncStatuses.map((status) => ({
    name: `sync.${status}`,
    description: `The import of the account's messages becomes ${status}.`,
    needsAccount: true,
    run: (phone: SandboxPhone, id: string) => phone.setSync(id, status),
  })),
  ...deliveryModes.map((mode) => ({
    name: `delivery.${mode}`,
    description: `Webhooks are delivered ${deliveries[mode]} from now on.`,
    needsAccount: false,
    run: (phone: SandboxPhone) => phone.setDelivery(mode),
  })),
]
