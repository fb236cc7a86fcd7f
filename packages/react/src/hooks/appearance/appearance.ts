/** `auto` follows the page's `color-scheme` and is otherwise light. `system` follows the user's system. */
export type ColorScheme = 'auto' | 'light' | 'dark' | 'system'

/** A theme of the kit, or the name of your own. */
export type ThemeName = 'soft' | 'sharp' | 'compact' | 'warm' | (string & {})

/** CSS values of the tokens with the same names, such as `--ca-control-height`. */
export interface AppearanceVariables {
  /** The primary button, focus and selection. What is on it, and links in it, get a readable shade. */
  readonly accent?: string
  /** Text on the accent. Default: black or white, whichever has more contrast. */
  readonly onAccent?: string
  /** The accent as a text or line on the surface. Default: the accent, in a shade that is readable there. */
  readonly accentText?: string
  readonly surface?: string
  readonly text?: string
  readonly muted?: string
  readonly border?: string
  readonly danger?: string
  readonly success?: string
  readonly warning?: string
  readonly field?: string
  readonly fieldBorder?: string
  readonly font?: string
  readonly fontHeading?: string
  readonly fontSize?: string
  /** The card's corners. Those of rows, buttons and fields derive from it. */
  readonly radius?: string
  /** The unit of all spacing. */
  readonly space?: string
  /** The height of buttons and fields. */
  readonly controlHeight?: string
  readonly shadow?: string
  readonly width?: string
  readonly minHeight?: string
}

/** The parts that take class names. Each is an element whose `data-ca` is the same name in kebab case. */
export type PartName =
  | 'root'
  | 'dialog'
  | 'dialogClose'
  | 'bar'
  | 'barTitle'
  | 'back'
  | 'screen'
  | 'header'
  | 'heading'
  | 'text'
  | 'body'
  | 'actions'
  | 'button'
  | 'form'
  | 'field'
  | 'label'
  | 'method'
  | 'input'
  | 'help'
  | 'fieldError'
  | 'alert'
  | 'search'
  | 'provider'
  | 'providerIcon'
  | 'providerName'
  | 'codeCell'
  | 'qrCode'
  | 'option'
  | 'mark'
  | 'account'
  | 'accountRow'
  | 'accountStatus'

/** How the kit looks. */
export interface Appearance {
  /** Import its stylesheet too: `@connect-account/react/themes/soft.css`. */
  readonly theme?: ThemeName | undefined
  /** @default 'auto' */
  readonly colorScheme?: ColorScheme | undefined
  /** Tokens for this component only. A color applies to light and dark. */
  readonly variables?: AppearanceVariables | undefined
  /** Class names by part, separated by spaces. */
  readonly elements?: Readonly<Partial<Record<PartName, string>>> | undefined
  readonly layout?: {
    /**
     * Around an inline flow. `page`: the whole page, with the screens in a column. `none`: without border,
     * background, shadow and padding, for a card of your own. Default: `card`.
     */
    readonly frame?: 'card' | 'page' | 'none'
    /** Where the dialog is. `side`: a panel at the end of the window. On a phone it is always a sheet. Default: `center`. */
    readonly placement?: 'center' | 'side'
  }
}
