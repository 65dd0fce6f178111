// Refreshes openapi.json from a running server (SERVER_URL, or http://localhost:5080), then src/api/schema.d.ts from it.
// With --offline the committed openapi.json is used as it is.
import { readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'

const file = new URL('../openapi.json', import.meta.url)
if (!process.argv.includes('--offline')) {
  const address = `${process.env.SERVER_URL ?? 'http://localhost:5080'}/openapi/v1.json`
  const response = await fetch(address).catch((error) => {
    throw new Error(`No server answered at ${address}. Start it first, or use: npm run types -- --offline`, { cause: error })
  })
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`)
  await writeFile(file, `${JSON.stringify(await response.json(), null, 2)}\n`)
}
const document = JSON.parse(await readFile(file, 'utf8'))
const types = astToString(await openapiTS(document))
await writeFile(new URL('../src/api/schema.d.ts', import.meta.url), `// Made by "npm run types" from openapi.json. Do not edit.\n\n${types}`)
