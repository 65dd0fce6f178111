import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OpusPacket } from '../hub/contract'
import { opusOfThisBrowser, OpusUpload } from './OpusUpload'

/** The browser's encoder: a packet for every 40 ms that were put in, and at a flush one for the rest. */
class FakeEncoder {
  static made: FakeEncoder[] = []
  static supported = true
  static isConfigSupported = async () => ({ supported: FakeEncoder.supported })
  state = 'unconfigured'
  encodeQueueSize = 0
  configured = 0
  private filled = 0
  private readonly init: AudioEncoderInit

  constructor(init: AudioEncoderInit) {
    this.init = init
    FakeEncoder.made.push(this)
  }

  configure() {
    this.state = 'configured'
    this.configured++
  }

  encode({ numberOfFrames }: AudioData) {
    this.filled += numberOfFrames
    if (this.filled < 640) return
    this.filled -= 640
    this.emit()
  }

  async flush() {
    if (this.filled > 0) this.emit()
    this.filled = 0
    // The last 6.5 ms need a packet of their own.
    this.emit()
  }

  reset() {
    this.state = 'unconfigured'
  }

  close() {
    this.state = 'closed'
  }

  fail() {
    this.init.error(new DOMException('no more', 'EncodingError'))
  }

  private emit() {
    this.init.output({ byteLength: 3, duration: 40_000, copyTo: (to: Uint8Array) => to.set([1, 2, 3]) } as unknown as EncodedAudioChunk)
  }
}

class FakeData {
  readonly numberOfFrames: number
  constructor({ numberOfFrames }: AudioDataInit) {
    this.numberOfFrames = numberOfFrames
  }
  close() {}
}

beforeEach(() => {
  FakeEncoder.made = []
  FakeEncoder.supported = true
  vi.stubGlobal('AudioEncoder', FakeEncoder)
  vi.stubGlobal('AudioData', FakeData)
})
afterEach(() => vi.unstubAllGlobals())

const settled = () => new Promise((resolve) => setTimeout(resolve))

function setUp() {
  const sent: OpusPacket[] = []
  const stream = { usable: true, closed: false, send: (packet: OpusPacket) => sent.push(packet) > 0, close: () => (stream.closed = true) }
  const failed = vi.fn()
  const upload = new OpusUpload(stream, failed)
  const frame = (index: number) => upload.send({ seq: index, utterance: 0, offset: index * 320, pcm: new Int16Array(320) })
  return { sent, stream, failed, upload, frame, offsets: () => sent.map(({ offset }) => offset / 320), encoder: () => FakeEncoder.made[0] as FakeEncoder }
}

describe('the upload as Opus', () => {
  it('says of each packet where its first sample was captured', () => {
    const { frame, sent, offsets } = setUp()
    for (let i = 7; i < 13; i++) frame(i)
    expect(offsets()).toEqual([7, 9, 11])
    expect(sent[0]?.data).toEqual(Uint8Array.of(1, 2, 3))
  })

  it('encodes anew behind a gap, and first brings to its end what lies before it', async () => {
    const { frame, offsets, encoder } = setUp()
    for (const i of [0, 1, 2, 50, 51]) frame(i)
    await settled()
    for (const i of [52, 53]) frame(i)
    expect(offsets()).toEqual([0, 2, 4, 50, 52])
    expect(encoder().configured).toBe(2)
  })

  it('does not let the end of an encoding reach into the next', async () => {
    const { frame, offsets } = setUp()
    for (const i of [0, 1, 2, 4, 5]) frame(i)
    await settled()
    expect(offsets()).toEqual([0, 2, 4])
  })

  it('takes nothing while the stream is broken or the encoder is behind', () => {
    const { frame, stream, encoder } = setUp()
    stream.usable = false
    expect(frame(0)).toBe(false)
    stream.usable = true
    encoder().encodeQueueSize = 1000
    expect(frame(0)).toBe(false)
    encoder().encodeQueueSize = 0
    expect(frame(0)).toBe(true)
  })

  it('tells once that the encoder failed, and closes', () => {
    const { frame, stream, failed, encoder } = setUp()
    frame(0)
    encoder().fail()
    encoder().fail()
    expect(failed).toHaveBeenCalledOnce()
    expect([frame(1), stream.closed]).toEqual([false, true])
  })

  it('sends nothing more once it is closed', () => {
    const { frame, upload, sent, encoder, failed } = setUp()
    frame(0)
    upload.close()
    expect([frame(1), sent.length, encoder().state]).toEqual([false, 0, 'closed'])
    expect(failed).not.toHaveBeenCalled()
  })
})

describe('a browser', () => {
  it('that encodes Opus is found', async () => {
    expect(await opusOfThisBrowser()).toBeTypeOf('function')
  })

  it('that does not sends its sound uncompressed', async () => {
    FakeEncoder.supported = false
    expect(await opusOfThisBrowser()).toBeNull()
    vi.stubGlobal('AudioEncoder', undefined)
    expect(await opusOfThisBrowser()).toBeNull()
  })
})
