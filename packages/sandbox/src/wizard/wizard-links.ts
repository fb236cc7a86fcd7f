import { refusalOf } from '../consent/consent-refusals.ts'
import type { Consents } from '../flow/consents.ts'
import type { Persona } from '../persona/persona.ts'
import { providerIds, providersOfGroup } from '../providers/index.ts'
import type { Runtime } from '../state/runtime.ts'
import type { StoredIntent, StoredWizardLink } from '../state/state.ts'
import { remove } from '../state/store.ts'
import type { Webhooks } from '../webhooks/webhooks.ts'
import { newId, newToken } from '../wire/identifiers.ts'
import type { Refusal } from '../wire/refusal.ts'
import { refusals } from '../wire/wire-error.ts'

/** The options of a new link. `providers` is as on the wire: ids, `*`, or a group such as `*:EMAILS`. */
export interface NewWizardLink extends Omit<StoredWizardLink, 'token' | 'providers'> {
  readonly providers: string | readonly string[]
}

/** The links to the hosted wizard. Each works once. */
export class WizardLinks {
  readonly #runtime: Runtime
  readonly #consents: Consents
  readonly #webhooks: Webhooks

  constructor(runtime: Runtime, consents: Consents, webhooks: Webhooks) {
    this.#runtime = runtime
    this.#consents = consents
    this.#webhooks = webhooks
  }

  /** @returns the link's address. @throws WireError for an unknown account or provider. */
  create({ providers, ...link }: NewWizardLink): string {
    const { store, publicUrl } = this.#runtime
    const token = newToken()
    store.state.wizardLinks.push({ ...link, token, providers: this.#offered(providers, link) })
    store.save()
    return `${publicUrl()}/wizard/${token}`
  }

  /** Returns an open link; `undefined` if it is unknown, used or expired. */
  find(token: string): StoredWizardLink | undefined {
    const { store, now } = this.#runtime
    const link = store.state.wizardLinks.find((candidate) => candidate.token === token)
    return link && now() < link.expiresAt ? link : undefined
  }

  /** Links the persona's account without asking for checkpoints. Returns the address to send the user to. */
  async finish(link: StoredWizardLink, provider: string, persona: Persona): Promise<string> {
    this.#consume(link)
    const intent: StoredIntent = {
      id: newId('acc'),
      api: link.back.api,
      provider,
      persona: { ...persona, steps: [...persona.steps] },
      done: 0,
      position: { at: 'passed' },
      ...(link.state !== undefined && { state: link.state }),
      ...(link.accountId !== undefined && { accountId: link.accountId }),
      createdAt: this.#runtime.now(),
    }
    const end = await this.#consents.link(intent, persona)
    return 'linked' in end ? this.#succeed(link, provider, end.linked) : this.#fail(link, end.refused)
  }

  /** Cancels the link. Returns the address to send the user to. */
  cancel(link: StoredWizardLink): string {
    this.#consume(link)
    return this.#fail(link, refusalOf('access_denied'))
  }

  #offered(
    providers: NewWizardLink['providers'],
    { accountId, back }: Pick<NewWizardLink, 'accountId' | 'back'>,
  ): string[] {
    if (accountId !== undefined) {
      const account = this.#runtime.store.account(accountId, back.api)
      if (!account) throw refusals.accountNotFound()
      return [account.provider]
    }
    if (typeof providers === 'string' && providers.startsWith('*'))
      return [...(providersOfGroup(providers) ?? providerIds)]
    const ids = typeof providers === 'string' ? [providers] : [...providers]
    const unknown = ids.find((id) => !providerIds.includes(id))
    if (unknown !== undefined) throw refusals.unknownProvider(unknown)
    return ids
  }

  #consume(link: StoredWizardLink): void {
    remove(this.#runtime.store.state.wizardLinks, ({ token }) => token === link.token)
    this.#runtime.store.save()
  }

  async #succeed(
    { back, state, accountId }: StoredWizardLink,
    provider: string,
    linked: string,
  ): Promise<string> {
    if (back.api === 'v2') return address(back.url, { account_id: linked, provider, state })
    if (back.notifyUrl !== undefined) {
      await this.#webhooks.notify(back.notifyUrl, {
        status: accountId === undefined ? 'CREATION_SUCCESS' : 'RECONNECTED',
        account_id: linked,
        ...(state !== undefined && { name: state }),
      })
    }
    return back.successUrl ?? this.#endedUrl()
  }

  #fail({ back, state }: StoredWizardLink, { type, title, detail }: Refusal): string {
    if (back.api === 'v1') return back.failureUrl ?? this.#endedUrl()
    return address(back.url, { error_type: type, error_title: title, error_detail: detail, state })
  }

  #endedUrl(): string {
    return `${this.#runtime.publicUrl()}/oauth/ended`
  }
}

function address(base: string, parameters: Record<string, string | undefined>): string {
  const url = new URL(base)
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value)
  }
  return url.href
}
