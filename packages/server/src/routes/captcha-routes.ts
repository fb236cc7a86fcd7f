import { ConnectError } from '@connect-account/core/errors'
import { captchaFrame } from './captcha-frame.ts'
import type { HandlerContext } from './handler-context.ts'
import type { OpenRoute } from './route.ts'

/** The frames that captchas of third parties run in. */
export function captchaRoutes({ captchaAncestors }: HandlerContext): OpenRoute[] {
  return [
    {
      method: 'GET',
      path: '/captcha/:id',
      withHead: true,
      async answer({ id }) {
        if (id !== 'arkose') throw new ConnectError('not_found')
        return captchaFrame(captchaAncestors)
      },
    },
  ]
}
