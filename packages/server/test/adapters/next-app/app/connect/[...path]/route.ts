import { toNextRoute } from '@connect-account/server/next'
import { connect } from '../../../lib/connect.ts'

export const { GET, POST, PATCH, DELETE, OPTIONS } = toNextRoute(connect)
