/** Rules that pages have for their own elements, without the kit in mind. */
export const hostile = {
  'inherited properties': `
    body {
      letter-spacing: 0.2em; word-spacing: 1em; text-align: center; text-transform: uppercase; text-indent: 2em;
      text-shadow: 1px 1px red; font: italic small-caps 700 22px/2.4 serif; font-feature-settings: 'ss01'; color: red;
      white-space: nowrap; word-break: break-all; hyphens: auto; line-break: anywhere; cursor: crosshair; list-style: square inside;
      quotes: '<' '>'; -webkit-text-fill-color: lime; -webkit-text-stroke: 1px red; fill: red; stroke: red; stroke-width: 5px;
      border-collapse: collapse; tab-size: 8; caret-color: red; accent-color: red; text-rendering: geometricPrecision;
      -webkit-user-select: none; user-select: none; text-wrap: nowrap; writing-mode: vertical-lr;
    }`,
  'a root of 62.5 %': 'html { font-size: 62.5%; line-height: 3 } body { font-size: 1.6rem }',
  'rules for elements': `
    h1, h2, h3 { color: red; text-transform: uppercase; margin: 2em 0; font: 900 40px serif; text-align: center; border-bottom: 2px solid }
    label { display: block; margin-bottom: 15px; font-weight: bold; color: red; float: left; width: 30% }
    header, footer, section, form, fieldset, details, summary {
      background: yellow; padding: 40px; margin: 40px; border: 3px dotted red; float: right; width: 200px; position: fixed; height: 80px;
      display: block; box-shadow: 0 0 9px red
    }
    p, li, dl, dt, dd, legend { color: red; margin: 1em; font-style: italic; list-style: square; max-width: 20ch; text-indent: 2em; line-height: 3 }
    ul, ol { padding-left: 40px; margin: 16px; columns: 2; list-style: disc }
    li::before { content: '• '; color: red } li { background: url(x.png) no-repeat; padding-left: 30px }
    span, i, bdi { color: red; font-style: italic; display: block; background: pink; padding: 3px; vertical-align: super }
    svg, img { fill: currentColor; width: 100%; height: auto; display: block; vertical-align: middle; max-width: 10px }
    svg path, svg rect, svg * { fill: red; stroke: red; stroke-width: 4; opacity: 0.4; transform: rotate(3deg) }
    button, input, select, textarea, option {
      all: unset; background: red; color: lime; width: 50%; height: 20px; font: 10px monospace; border-radius: 0; text-transform: uppercase;
      margin: 8px; min-width: 300px; letter-spacing: 3px; float: left; opacity: 0.5; transform: skew(3deg); filter: blur(1px);
      appearance: auto; -webkit-appearance: auto
    }
    button::before, label::after, h2::before, a::after, div::after { content: 'x'; display: block; clear: both }
    ::placeholder { color: red; font-style: italic }
    a { color: red; text-decoration: line-through; background: yellow }
    div { position: relative; margin: 5px; overflow: scroll }
    dialog { margin: 0; padding: 90px; border: 20px solid red; width: 100%; top: 0; left: 0; transform: translate(9px); background: red }
    dialog::backdrop { background: red; opacity: 1 }`,
  'rules for every element': `
    *, ::before, ::after { box-sizing: content-box; margin: 0; padding: 0; border: 0; outline: 0; font: inherit; vertical-align: baseline;
      transition: all 2s; animation: none; min-width: 0; max-width: 100%; line-height: 1; letter-spacing: 1px; word-spacing: 3px }
    * { color: red; text-align: right; background: none; position: relative; scroll-behavior: smooth; text-transform: lowercase }
    [hidden] { display: block } [type='text'], [type='search'], [type='password'] { background: red; padding: 2px; width: auto }
    :focus { outline: none } :focus-visible { outline: 9px solid red } [role='alert'] { background: red; padding: 30px }`,
  'rules for fields by type and state': `
    [type='text']:focus, [type='password']:focus, [type='radio']:focus, select:focus { outline: 2px solid red; box-shadow: 0 0 0 9px red; border-color: red }
    [type='radio']:checked { background: red; border-color: red; width: 30px } input:not([type='checkbox']):not([type='radio']) { height: 3rem; background: red; margin: 9px }
    input[aria-invalid='true']:not([type='checkbox']) { padding-right: 90px; background: url(x.png) } button:not(:disabled) { background: red }
    button:focus:not(:focus-visible) { outline: 0 } label:has(:checked) { padding: 40px } select:not([multiple]) { padding: 0 90px; background: red }`,
  'rules for elements of a part of the page': `
    .page h2, .page p, .page li { color: red; margin: 3em; font-size: 33px } .page section, .page header, .page footer { padding: 70px; display: grid }
    .page label { font-weight: 900; display: inline } .page button { background: red; padding: 2px; text-transform: uppercase }
    .page input, .page select { border: 9px solid red; height: 90px } .page svg { width: 90px; fill: red } .page svg path { fill: red; stroke: red }
    .page span { color: red; float: left } .page ul li::before { content: '»' } body.page div { padding: 1px } .page dialog { top: 9px }`,
} as const
