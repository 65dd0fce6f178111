import { Buffer } from 'node:buffer'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Connect, Plugin } from 'vite'
import { makeMockApi } from './mockApi.ts'

/** Answers /api from the mock while the client is developed without a server. Never part of the product. */
export function mockApi(): Plugin {
  const answer = makeMockApi()
  const recording = makeWav(115, 8000)
  const middleware: Connect.NextHandleFunction = (request, response, next) => {
    const url = new URL(request.url ?? '/', 'http://mock')
    if (!url.pathname.startsWith('/api/')) return next()
    readBody(request)
      .then((body) => send(request, response, answer(request.method ?? 'GET', url, body), recording))
      .catch(next)
  }
  return {
    name: 'mock-api',
    configureServer: (server) => void server.middlewares.use(middleware),
    configurePreviewServer: (server) => void server.middlewares.use(middleware),
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return chunks.length ? JSON.parse(Buffer.concat(chunks).toString()) : undefined
}

function send(request: IncomingMessage, response: ServerResponse, answer: ReturnType<ReturnType<typeof makeMockApi>>, wav: Buffer) {
  if (!answer.wav) {
    response.writeHead(answer.status, { 'Content-Type': 'application/json' })
    return response.end(answer.json === undefined ? '' : JSON.stringify(answer.json))
  }
  const range = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '')
  const from = Number(range?.[1] ?? 0)
  const to = Number(range?.[2] || wav.length - 1)
  response.writeHead(range ? 206 : 200, {
    'Content-Type': 'audio/wav',
    'Accept-Ranges': 'bytes',
    'Content-Length': to - from + 1,
    ...(range && { 'Content-Range': `bytes ${from}-${to}/${wav.length}` }),
  })
  response.end(wav.subarray(from, to + 1))
}

/** A quiet hum that changes its pitch every second, stereo, 16 bit. */
function makeWav(seconds: number, rate: number): Buffer {
  const data = Buffer.alloc(seconds * rate * 4)
  for (let n = 0; n < seconds * rate; n++) {
    const second = Math.floor(n / rate)
    const sample = Math.round(1500 * Math.sin((2 * Math.PI * (160 + 20 * (second % 8)) * n) / rate))
    data.writeInt16LE(second % 2 ? sample : 0, n * 4)
    data.writeInt16LE(second % 2 ? 0 : sample, n * 4 + 2)
  }
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(2, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate * 4, 28)
  head.writeUInt16LE(4, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(data.length, 40)
  return Buffer.concat([head, data])
}
