import type { IceServer } from '../hub/contract'
import { readFigures, type LinkFigures } from './figures'

/** One peer connection of the browser; an interface so that what is done with it can be tested without a network. */
export interface WebRtcLink {
  readonly connected: boolean
  readonly failed: boolean
  /** What comes from the server, once the answer has come. */
  readonly voice: MediaStream | null
  /** A first offer, or one for new addresses. */
  offer(restart: boolean): Promise<string>
  accept(answer: string): Promise<void>
  /** Another microphone, or none. */
  use(track: MediaStreamTrack | null): void
  silence(silenced: boolean): void
  figures(): Promise<LinkFigures>
  close(): void
}

export type Candidate = { candidate: string; mid: string | null }
export type OpenLink = (iceServers: readonly IceServer[], track: MediaStreamTrack | null, found: (candidate: Candidate) => void) => WebRtcLink

export class BrowserWebRtcLink implements WebRtcLink {
  voice: MediaStream | null = null
  private readonly peer: RTCPeerConnection
  private readonly sender: RTCRtpSender
  private readonly receiver: RTCRtpReceiver
  private silenced = false

  /** @param track Null: no microphone yet; the connection is made for one, and sends nothing before it comes. */
  constructor(iceServers: readonly IceServer[], track: MediaStreamTrack | null, found: (candidate: Candidate) => void) {
    this.peer = new RTCPeerConnection({
      iceServers: iceServers.map(({ urls, username, credential }) => ({ urls, ...(username && credential ? { username, credential } : {}) })),
      bundlePolicy: 'max-bundle',
    })
    this.peer.addEventListener('icecandidate', ({ candidate }) => found({ candidate: candidate?.candidate ?? '', mid: candidate?.sdpMid ?? null }))
    this.peer.addEventListener('track', ({ track: arrived, streams }) => (this.voice = streams[0] ?? new MediaStream([arrived])))
    const transceiver = this.peer.addTransceiver(track?.clone() ?? 'audio', { direction: 'sendrecv' })
    this.sender = transceiver.sender
    this.receiver = transceiver.receiver
  }

  static get exists(): boolean {
    return typeof RTCPeerConnection === 'function'
  }

  get connected(): boolean {
    return this.peer.connectionState === 'connected'
  }

  get failed(): boolean {
    return this.peer.connectionState === 'failed' || this.peer.connectionState === 'closed'
  }

  async offer(restart: boolean): Promise<string> {
    const offer = await this.peer.createOffer({ iceRestart: restart })
    await this.peer.setLocalDescription(offer)
    return this.peer.localDescription?.sdp ?? ''
  }

  async accept(answer: string): Promise<void> {
    await this.peer.setRemoteDescription({ type: 'answer', sdp: answer })
  }

  use(track: MediaStreamTrack | null): void {
    this.sender.track?.stop()
    const own = track?.clone() ?? null
    if (own) own.enabled = !this.silenced
    void this.sender.replaceTrack(own).catch(() => undefined)
  }

  /** A track that is switched off sends silence; the clock goes on. */
  silence(silenced: boolean): void {
    this.silenced = silenced
    if (this.sender.track) this.sender.track.enabled = !silenced
  }

  async figures(): Promise<LinkFigures> {
    const stats: Record<string, unknown>[] = []
    const report = await this.peer.getStats()
    report.forEach((entry: Record<string, unknown>) => stats.push(entry))
    return readFigures(stats, this.receiver.getSynchronizationSources(), performance.now(), performance.timeOrigin)
  }

  close(): void {
    this.sender.track?.stop()
    this.peer.close()
  }
}
