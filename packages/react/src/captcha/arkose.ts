export { type ArkoseOptions, arkoseCaptcha } from './arkose-frame.ts'
export { type ArkoseInPageOptions, arkoseInPage } from './arkose-in-page.ts'
