/** The browsers: walks through start and solve as fast as they are answered, and holds event streams open. */

import { approve, closeStreams, openWaits } from '../load/waits.ts'
import { walk } from '../load/walk.ts'
import { takeCommands } from '../take-commands.ts'

takeCommands({ walk, openWaits, approve, closeStreams }, async () => closeStreams())
