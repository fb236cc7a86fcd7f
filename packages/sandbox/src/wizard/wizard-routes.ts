import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { endedPage, leavingPage, pageHeaders } from '../consent/page/page.ts'
import { isPersona, parsePersona } from '../persona/persona.ts'
import { providerById } from '../providers/index.ts'
import type { StoredWizardLink } from '../state/state.ts'
import { refuseOtherSites } from '../wire/middleware.ts'
import { parseValue, wantsPage } from '../wire/request.ts'
import { refusals } from '../wire/wire-error.ts'
import type { WizardLinks } from './wizard-links.ts'
import { wizardPage } from './wizard-page.ts'

const formSchema = v.object({
  provider: v.optional(v.pipe(v.string(), v.maxLength(64)), ''),
  as: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(320)), ''),
  answer: v.optional(v.picklist(['cancel'])),
})

/** `/wizard`: the hosted wizard. It has one page and links a persona's account. */
export function wizardRoutes(wizards: WizardLinks): Hono {
  const show = (link: StoredWizardLink, typed = { provider: '', as: '' }, problem?: string) =>
    wizardPage({
      providers: link.providers.map(named),
      chosen: typed.provider,
      signInName: typed.as || (link.loginHint ?? ''),
      problem,
    })

  return new Hono({ strict: false })
    .use(pageHeaders, refuseOtherSites)
    .get('/:token', (c) => {
      const link = wizards.find(c.req.param('token'))
      return link ? c.html(show(link)) : c.html(endedPage(), 404)
    })
    .post('/:token', async (c) => {
      const { provider, as, answer } = parseValue(await c.req.parseBody(), formSchema)
      const link = wizards.find(c.req.param('token'))
      if (!link) return c.html(endedPage(), 404)
      if (answer === 'cancel') return leave(c, wizards.cancel(link))
      if (!link.providers.includes(provider))
        throw refusals.invalidParameters('provider: choose one of the offered providers.')
      const persona = parsePersona(as, { shorthand: true })
      if (!isPersona(persona)) return c.html(show(link, { provider, as }, persona.problem), 401)
      return leave(c, await wizards.finish(link, provider, persona))
    })
}

/** A browser applies the page's `form-action` to redirects too, so people get a page that redirects; scripts get a redirect. */
function leave(c: Context, url: string): Response | Promise<Response> {
  return wantsPage(c) ? c.html(leavingPage(url)) : c.redirect(url, 303)
}

function named(id: string): { id: string; label: string } {
  return { id, label: providerById(id)?.label ?? id }
}
