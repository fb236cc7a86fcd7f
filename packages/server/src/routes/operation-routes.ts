import { ConnectError } from '@connect-account/core/errors'
import type { Health, Readiness } from '@connect-account/core/protocol'
import { jsonResponse, jsonTextResponse } from '../http/direct-body.ts'
import { PROMETHEUS_TEXT } from '../telemetry/prometheus.ts'
import { isSameSecret } from '../tokens/secret-hash.ts'
import type { HandlerContext, MetricsPage } from './handler-context.ts'
import type { OpenRoute } from './route.ts'

/** What operators call: liveness, readiness, metrics and the OpenAPI description. */
export function operationRoutes({
  readiness,
  metricsPage,
  basePath,
}: Pick<HandlerContext, 'readiness' | 'metricsPage' | 'basePath'>): OpenRoute[] {
  /** Built once, because anyone may ask for it. */
  let openApi: Promise<string> | undefined
  const writeOpenApi = async () => {
    const { openApiDocument } = await import('../openapi/document.ts')
    return JSON.stringify(openApiDocument(basePath))
  }
  return [
    {
      method: 'GET',
      path: '/healthz',
      whileClosing: true,
      answer: async () => jsonResponse({ status: 'alive' } satisfies Health),
    },
    {
      method: 'GET',
      path: '/readyz',
      whileClosing: true,
      async answer() {
        const { isReady, checks } = await readiness()
        const body: Readiness = { status: isReady ? 'ready' : 'not_ready', checks }
        return jsonResponse(body, isReady ? 200 : 503)
      },
    },
    ...(metricsPage ? [metricsRoute(metricsPage)] : []),
    {
      method: 'GET',
      path: '/openapi.json',
      async answer() {
        openApi ??= writeOpenApi()
        return jsonTextResponse(await openApi)
      },
    },
  ]
}

function metricsRoute({ token, text }: MetricsPage): OpenRoute {
  return {
    method: 'GET',
    path: '/metrics',
    async answer({ request }) {
      const [, given = ''] = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? []
      if (!isSameSecret(given, token)) throw new ConnectError('session_missing')
      return new Response(await text(), { headers: { 'content-type': PROMETHEUS_TEXT } })
    },
  }
}
