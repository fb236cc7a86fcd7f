import { ConnectError } from '@connect-account/core'
import type { ConnectErrorReport } from '@connect-account/react'
import { createReport, type Report } from '@connect-account/react/internal'
import type { ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { loadLocale, readLocale } from './locale.ts'
import { attributeName, type Options, parseAttribute } from './options/option.ts'
import { sessionFrom } from './session-url.ts'

/** On a server there are no elements: the module loads, and defines nothing. */
const Base = typeof HTMLElement === 'undefined' ? (class {} as typeof HTMLElement) : HTMLElement

/**
 * Renders the kit for a custom element, in the page's own tree and not in a shadow tree. Subclasses say what is
 * rendered; the properties are defined by `defineOptions`.
 */
export abstract class KitElement extends Base {
  /** The options of this class, set by `defineOptions`. */
  static options: Options = {}

  /** The attributes of this class, set by `defineOptions`. */
  static observedAttributes: readonly string[] = []

  readonly #values = new Map<string, unknown>()
  #root: Root | undefined
  #isScheduled = false
  /** The tag whose locale was requested last. */
  #requested: string | undefined
  /** Whether it did not load: then English is shown. */
  #isEnglish = false

  readonly report: Report = createReport(() => (report) => void this.send('ca-error', report))

  constructor() {
    super()
    // What the page set before this class was defined.
    for (const name of Object.keys(this.#options)) {
      if (!Object.hasOwn(this, name)) continue
      const value: unknown = Reflect.get(this, name)
      Reflect.deleteProperty(this, name)
      Reflect.set(this, name, value)
    }
  }

  connectedCallback() {
    this.update()
  }

  /** An element that is moved stays as it is. One that is removed pauses, and continues once it is put back. */
  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return
      this.#root?.unmount()
      this.#root = undefined
    })
  }

  attributeChangedCallback() {
    this.update()
  }

  /** The value of a property, or else of its attribute. */
  read(name: string): unknown {
    if (this.#values.has(name)) return this.#values.get(name)
    const option = this.#options[name]
    const attribute = attributeName(name)
    const text = option && this.getAttribute(attribute)
    if (text === undefined || text === null) return undefined
    const parsed = parseAttribute(attribute, option ?? 'text', text)
    if ('value' in parsed) return parsed.value
    const detail = `<${this.localName} ${attribute}>: ${parsed.mistake}. The attribute is ignored`
    this.report(new ConnectError('invalid_option', { detail }), true)
    return undefined
  }

  write(name: string, value: unknown) {
    if (value === undefined) this.#values.delete(name)
    else this.#values.set(name, value)
    this.update()
  }

  /** Renders again, once for all changes of the current task. */
  update() {
    if (this.#isScheduled || !this.isConnected) return
    this.#isScheduled = true
    queueMicrotask(() => {
      this.#isScheduled = false
      if (this.isConnected) this.#render()
    })
  }

  /** Dispatches an event of the kit. Returns whether no listener has prevented its default. */
  send(type: string, detail: unknown, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, cancelable }))
  }

  /** What every component of the kit takes. Its types are checked there. */
  protected shared(): Readonly<Record<string, unknown>> {
    const { session, sessionUrl, locale, appearance, ...rest } = this.values()
    const { colorScheme, theme, frame, placement, ...others } = rest
    const layout = present({ frame, placement })
    const own = { ...present({ colorScheme, theme }), ...(Object.keys(layout).length > 0 && { layout }) }
    return {
      ...others,
      ...present({
        session: session ?? (typeof sessionUrl === 'string' ? sessionFrom(sessionUrl) : undefined),
        locale: typeof locale === 'string' ? readLocale(locale) : locale,
        appearance: Object.keys(own).length > 0 ? withOwn(appearance, own) : appearance,
      }),
      onError: (report: ConnectErrorReport) => void this.send('ca-error', report),
    }
  }

  /** The options that are set. */
  protected values(): Readonly<Record<string, unknown>> {
    return present(Object.fromEntries(Object.keys(this.#options).map((name) => [name, this.read(name)])))
  }

  /** The element that the kit is rendered into. */
  protected place(): HTMLElement {
    this.replaceChildren()
    return this
  }

  protected abstract content(): ReactNode

  get #options(): Options {
    return (this.constructor as typeof KitElement).options
  }

  #render() {
    if (this.#awaitsSession() || this.#awaitsLocale()) return
    this.#root ??= createRoot(this.place())
    this.#root.render(this.content())
  }

  /** A script that follows may set the session, so a missing one is reported only once the page has loaded. */
  #awaitsSession(): boolean {
    const { session, sessionUrl, transport, client } = this.values()
    if ([session, sessionUrl, transport, client].some((way) => way !== undefined)) return false
    if (document.readyState === 'complete') return false
    window.addEventListener('load', () => this.update(), { once: true })
    return true
  }

  #awaitsLocale(): boolean {
    const tag = this.read('locale')
    if (typeof tag !== 'string' || readLocale(tag)) return false
    if (this.#requested === tag) return !this.#isEnglish
    this.#requested = tag
    this.#isEnglish = false
    loadLocale(tag)
      .catch((cause: unknown) => {
        this.#isEnglish = true
        const detail = 'The list of locales did not load'
        this.report(new ConnectError('network_unreachable', { detail, cause }), true)
      })
      .finally(() => this.update())
    return true
  }
}

/** An appearance with what attributes say. */
function withOwn(appearance: unknown, own: { readonly layout?: object }): object {
  const given = typeof appearance === 'string' ? { colorScheme: appearance } : Object(appearance)
  return { ...given, ...own, layout: { ...Object(given.layout), ...own.layout } }
}

/** Without what is `undefined`. */
function present<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>
}

/** Gives a class its properties and observed attributes. */
export function defineOptions(element: typeof KitElement, options: Options): void {
  element.options = options
  element.observedAttributes = Object.keys(options).map(attributeName)
  for (const name of Object.keys(options)) {
    Object.defineProperty(element.prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: KitElement) {
        return this.read(name)
      },
      set(this: KitElement, value: unknown) {
        this.write(name, value)
      },
    })
  }
}
