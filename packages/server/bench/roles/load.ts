/** The browsers: repeats start and solve as fast as the responses arrive, and holds event streams open. */

import { attackWithStreams, endAttack, readAccounts } from '../load/one-user.ts'
import { approve, closeStreams, openWaits } from '../load/waits.ts'
import { walk } from '../load/walk.ts'
import { takeCommands } from '../take-commands.ts'

const commands = { walk, openWaits, approve, closeStreams, attackWithStreams, endAttack, readAccounts }
takeCommands(commands, async () => {
  closeStreams()
  endAttack()
})
