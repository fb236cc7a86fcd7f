import type { LinkOwner } from '@connect-account/core/protocol'
import * as v from 'valibot'
import { invalidSetting } from '../invalid-setting.ts'
import { withTimeout } from '../scheduler/with-timeout.ts'
import type { LinkSettings } from './link-settings.ts'

/** How long one of the host's functions may take, in milliseconds. */
const HOST_TIMEOUT_MS = 10_000

const ownerSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  email: v.exactOptional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(320))),
})

/**
 * Whose account it becomes, from the host. Without it nothing may be asked of the visitor.
 * @throws ConnectError `invalid_setting` if the host returns no name.
 */
export async function readOwner(
  { ownerOf }: Pick<LinkSettings, 'ownerOf'>,
  userId: string,
): Promise<LinkOwner> {
  const given = await withTimeout(
    ownerOf(userId),
    HOST_TIMEOUT_MS,
    () => new Error('links.ownerOf took too long.'),
  )
  const read = v.safeParse(ownerSchema, given)
  if (!read.success) throw invalidSetting('links.ownerOf: returned no name. Return one like { name }.')
  return read.output
}
