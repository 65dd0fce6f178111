import type { LinkFigures } from './figures'
import type { WebRtcLink } from './WebRtcLink'

/** A connection without a network, for tests: connected when they say so. */
export class FakeLink implements WebRtcLink {
  connected = false
  failed = false
  closed = false
  flows = true
  restarts = 0
  silenced = false
  track: MediaStreamTrack | null = null
  voice: MediaStream | null = null
  readonly got: LinkFigures = { roundTripMs: 20, jitterMs: 3, packetsReceived: 0, packetsLost: 0, played: { rtpTimestamp: 960, agoMs: 10 } }

  async offer(restart: boolean) {
    if (restart) this.restarts++
    return restart ? 'restart' : 'offer'
  }
  async accept() {}
  use(track: MediaStreamTrack | null) {
    this.track = track
  }
  silence(silenced: boolean) {
    this.silenced = silenced
  }
  async figures() {
    if (this.flows) this.got.packetsReceived += 10
    return { ...this.got }
  }
  close() {
    this.closed = true
  }
  connect() {
    this.connected = true
    this.voice = {} as MediaStream
  }
}
