/** Writes the description of the wire, as it is at the default base path, to the file that is named. */
import { writeFile } from 'node:fs/promises'
import { openApiDocument } from './document.ts'

const [, , file = ''] = process.argv
await writeFile(file, `${JSON.stringify(openApiDocument('/connect'), null, 2)}\n`)
