import { describe, expect, it } from 'vitest'
import type { AudioPacket } from '../hub/contract'
import { MicrophoneOutbox } from './MicrophoneOutbox'

const frame = () => new Int16Array(320).fill(7)
const secondsOf = (seconds: number) => seconds * 50

function sendAll(outbox: MicrophoneOutbox): AudioPacket[] {
  const sent: AudioPacket[] = []
  while (outbox.sendNext((packet) => sent.push(packet) > 0));
  return sent
}

describe('the microphone’s outbox', () => {
  it('numbers packets and says where each belongs', () => {
    const outbox = new MicrophoneOutbox()
    for (let i = 0; i < 3; i++) outbox.add(frame())
    expect(sendAll(outbox).map(({ seq, utterance, offset }) => [seq, utterance, offset])).toEqual([
      [0, 0, 0],
      [1, 0, 320],
      [2, 0, 640],
    ])
  })

  it('keeps a packet that was not taken', () => {
    const outbox = new MicrophoneOutbox()
    outbox.add(frame())
    expect(outbox.sendNext(() => false)).toBe(false)
    expect(sendAll(outbox)).toHaveLength(1)
  })

  it('sends what was captured while there was no connection, with its own places in time', () => {
    const outbox = new MicrophoneOutbox()
    for (let i = 0; i < secondsOf(10); i++) outbox.add(frame())
    sendAll(outbox)
    for (let i = 0; i < secondsOf(5); i++) outbox.add(frame())
    outbox.rewind()
    const sent = sendAll(outbox)
    expect(sent[0]).toMatchObject({ seq: 0, offset: 0 })
    expect(sent.at(-1)).toMatchObject({ offset: (secondsOf(15) - 1) * 320 })
  })

  it('keeps the last 20 seconds and counts what grew too old', () => {
    const outbox = new MicrophoneOutbox()
    for (let i = 0; i < secondsOf(25); i++) outbox.add(frame())
    expect(outbox.waiting).toBe(secondsOf(20))
    expect(outbox.lostSamples).toBe(secondsOf(5) * 320)
    expect(sendAll(outbox)[0]?.offset).toBe(secondsOf(5) * 320)
  })

  it('does not count as lost what was sent before it was dropped', () => {
    const outbox = new MicrophoneOutbox()
    for (let i = 0; i < secondsOf(60); i++) {
      outbox.add(frame())
      sendAll(outbox)
    }
    expect(outbox.lostSamples).toBe(0)
  })

  it('leaves a gap for the time without a microphone', () => {
    const outbox = new MicrophoneOutbox()
    outbox.add(frame())
    outbox.skip(3200)
    outbox.add(frame())
    expect(sendAll(outbox).map((packet) => packet.offset)).toEqual([0, 3520])
  })

  it('sends again only what the server has not heard by another path', () => {
    const outbox = new MicrophoneOutbox()
    for (let i = 0; i < 10; i++) outbox.add(frame())
    outbox.rewind(7 * 320 + 100)
    expect(sendAll(outbox).map((packet) => packet.offset / 320)).toEqual([7, 8, 9])
    outbox.rewind(10 * 320)
    expect(sendAll(outbox)).toEqual([])
    outbox.add(frame())
    expect(sendAll(outbox).map((packet) => packet.offset / 320)).toEqual([10])
  })
})
