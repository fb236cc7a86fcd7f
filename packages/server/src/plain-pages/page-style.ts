import { inkOn, readableOnDark } from '@connect-account/core/internal'
import type { LinkAppearance } from '@connect-account/core/protocol'

/** The kit's own accent, on a light and on a dark surface. */
const ACCENT = { light: '#4a4ae0', dark: '#8e90ff' }

/** The kit's colors. A host's variables replace them. */
const light = `--page:#f5f5f7;--surface:var(--ca-surface,#fff);--text:var(--ca-text,#18181b);
--muted:var(--ca-muted,#5f6068);--border:var(--ca-border,#e4e4e8);--edge:#0003;
--success:var(--ca-success,#13763a);--warning:var(--ca-warning,#9a5b00);color-scheme:light`
const dark = `--page:#101012;--surface:var(--ca-surface,#18181b);--text:var(--ca-text,#f4f4f5);
--muted:var(--ca-muted,#a6a7b0);--border:var(--ca-border,#33333a);--edge:transparent;
--success:var(--ca-success,#5fd38d);--warning:var(--ca-warning,#f5b84a);color-scheme:dark`

const rules = `
:root{--radius:var(--ca-radius,16px);background:var(--page);color:var(--text);
font:max(.9375rem,15px)/1.5 var(--ca-font,ui-sans-serif,system-ui,-apple-system,'Segoe UI',Roboto,sans-serif)}
body{margin:0}
.product{display:flex;flex-wrap:wrap;gap:10px;align-items:center;justify-content:center;
padding:clamp(20px,6vh,56px) 20px 20px;font-size:1.0625rem;font-weight:600;overflow-wrap:anywhere}
.product:empty{padding-block-end:0}
.logo{height:32px;max-width:180px;object-fit:contain}
main{box-sizing:border-box;max-width:420px;margin:0 auto 32px;padding:40px 32px;text-align:center;
background:var(--surface);border:1px solid var(--border);border-radius:var(--radius)}
.mark{--tone:var(--muted);position:relative;display:inline-grid;place-items:center;box-sizing:border-box;
width:64px;height:64px;margin:0 0 20px;color:var(--tone);border-radius:50%;
background:color-mix(in oklab,var(--tone) 12%,var(--surface))}
.mark.success{--tone:var(--success)}
.mark.warning{--tone:var(--warning)}
.mark.of-provider{background:#fff;border:1px solid var(--border);border-radius:18px;forced-color-adjust:none}
.mark>svg{width:28px;height:28px}
.mark.of-provider>svg{width:34px;height:34px}
.icon{fill:none;stroke:currentColor;stroke-width:2.25;stroke-linecap:round;stroke-linejoin:round}
.badge{position:absolute;inset-block-end:-7px;inset-inline-end:-9px;display:grid;place-items:center;
width:26px;height:26px;color:var(--surface);background:var(--tone);border-radius:50%;
box-shadow:0 0 0 3px var(--surface)}
.badge>svg{width:15px;height:15px;stroke-width:3}
h1{margin:0 0 8px;font-family:var(--ca-font-heading,inherit);font-size:1.25rem;font-weight:600;line-height:1.3;
text-wrap:balance;overflow-wrap:anywhere}
p{margin:0;color:var(--muted);text-wrap:pretty;overflow-wrap:anywhere}
p+p{margin-block-start:12px}
p:empty{display:none}
strong{color:var(--text)}
[role=status]{color:var(--text)}
.actions{display:grid;gap:8px;margin-block-start:24px}
.actions a{padding:10px 20px;font-weight:500;color:var(--text);text-decoration:none;overflow-wrap:anywhere;
border:1px solid var(--border);border-radius:calc(var(--radius)*.625)}
.actions a:first-child{color:var(--ink);background:var(--accent);border-color:var(--edge)}
.actions a:focus-visible{outline:2px solid var(--text);outline-offset:2px}
@media (width<=480px){:root{background:var(--surface)}
main{max-width:none;margin:0;padding:32px 20px;border:0}
.product:not(:empty){justify-content:start;padding:12px 20px;border-block-end:1px solid var(--border)}}
`

/** The style sheet of a plain page: the kit's look, with the host's variables. */
export function pageStyle({ colorScheme, variables = {} }: LinkAppearance = {}): string {
  const { accent, ...others } = variables
  const onLight = accent ?? ACCENT.light
  const onDark = accent ? readableOnDark(accent) : ACCENT.dark
  const own = Object.entries(others).map(([name, value]) => `${tokenOf(name)}:${value}`)
  const inLight = `:root{${own.join(';')}}:root{${light};${accentOf(onLight)}}`
  const inDark = `:root{${dark};${accentOf(onDark)}}`
  if (colorScheme === 'light') return `${inLight}${rules}`
  if (colorScheme === 'dark') return `${inLight}${inDark}${rules}`
  return `${inLight}@media (prefers-color-scheme:dark){${inDark}}${rules}`
}

const accentOf = (color: string) => `--accent:${color};--ink:${inkOn(color)}`

const tokenOf = (name: string) => `--ca-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
