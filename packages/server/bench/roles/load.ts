/** The browsers: repeats start and solve as fast as the responses arrive, and holds event streams open. */

import { approve, closeStreams, openWaits } from '../load/waits.ts'
import { walk } from '../load/walk.ts'
import { takeCommands } from '../take-commands.ts'

takeCommands({ walk, openWaits, approve, closeStreams }, async () => closeStreams())
