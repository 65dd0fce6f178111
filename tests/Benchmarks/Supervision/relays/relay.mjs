// A plain relay on one Node process: what a trainee says goes to the listener of the same call, and a voice goes down to
// both, a packet every 40 ms. No recording, no recogniser, no permission. argv: ws | socket.io
import { createServer } from 'node:http'

const packetMs = 40
const voice = Buffer.alloc(1280, 1)
const calls = new Map()

function join(call, role, send) {
  const parties = calls.get(call) ?? {}
  calls.set(call, parties)
  parties[role] = send
  if (role !== 'trainee') return () => undefined
  const began = performance.now()
  let sent = 0
  const timer = setInterval(() => {
    for (; sent < (performance.now() - began) / packetMs; sent++) {
      parties.trainee?.(voice)
      parties.listener?.(voice)
    }
  }, packetMs / 2)
  return (packet) => (packet ? parties.listener?.(packet) : clearInterval(timer))
}

const http = createServer()
if (process.argv[2] === 'ws') {
  const { WebSocketServer } = await import('ws')
  new WebSocketServer({ server: http }).on('connection', (socket, request) => {
    const [, call, role] = request.url.split('/')
    const hear = join(call, role, (packet) => socket.send(packet))
    socket.on('message', hear).on('close', () => hear(null))
  })
} else {
  const { Server } = await import('socket.io')
  new Server(http, { transports: ['websocket'] }).on('connection', (socket) => {
    const { call, role } = socket.handshake.query
    const hear = join(call, role, (packet) => socket.emit('audio', packet))
    socket.on('audio', hear).on('disconnect', () => hear(null))
  })
}
http.listen(0, '127.0.0.1', () => console.log(`server at http://127.0.0.1:${http.address().port}`))
process.stdin.resume().on('end', () => process.exit(0))
