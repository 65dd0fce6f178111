import { describe, expect, it } from 'vitest'
import { hubPath } from '@/realtime/webrtc/pathView'
import { pathWords } from './pathWords'

describe('the words about the path of the sound', () => {
  const webRtc = { ...hubPath, via: 'webRtc' as const, roundTripMs: 21, lossPercent: 0.5, jitterMs: 3 }

  it('name it, and its figures in the sentence', () => {
    expect(pathWords(webRtc)).toEqual({ short: 'WebRTC 21 ms', long: 'The sound travels over WebRTC: round trip 21 ms, loss 0.5 %, jitter 3 ms.' })
  })

  it('tell of a server that does not keep up, and are silent about one that does', () => {
    expect(pathWords({ ...webRtc, lateFrames: 4, underruns: 1 }).long).toMatch(/jitter 3 ms, 4 frames of the patient’s voice late, the patient’s voice ran dry once\.$/)
    expect(pathWords({ ...hubPath, underruns: 3 }).long).toMatch(/^The sound travels over the hub’s connection.*: the patient’s voice ran dry 3 times\.$/)
    expect(pathWords({ ...webRtc, lateFrames: 0, underruns: 0 }).long).toMatch(/jitter 3 ms\.$/)
  })
})
