import { frameSamples, sampleRateHz } from '../audio/pcm'
import type { MicrophoneState } from '../capture/Microphone'
import { MicrophoneOutbox } from '../capture/MicrophoneOutbox'
import type { AudioUpload } from '../hub/streams'

/** After an outage what was missed goes up at four times its own pace: soon, and without flooding the server. */
const catchUpPackets = 4

/** The way from the microphone to the server, over as many streams as the network makes necessary. */
export class MicrophoneUplink {
  private readonly outbox = new MicrophoneOutbox()
  private upload: AudioUpload | null = null
  private pausedAtMs: number | null = null
  private readonly now: () => number
  /** Silence goes up in place of the voice; the call's clock goes on. */
  silenced = false
  /** How far the server is known to have the microphone, by whatever path. */
  heardUpTo = 0

  constructor(now: () => number) {
    this.now = now
  }

  get isOpen(): boolean {
    return this.upload !== null
  }

  /** Samples since the microphone's first. */
  get captured(): number {
    return this.outbox.captured
  }

  /** What was missed in an outage has gone up. */
  get isCaughtUp(): boolean {
    return this.upload === null || this.outbox.waiting <= catchUpPackets
  }

  hear(frame: Int16Array<ArrayBuffer>): void {
    this.outbox.add(this.silenced ? new Int16Array(frame.length) : frame)
    const { upload } = this
    if (!upload) return
    for (let i = 0; i < catchUpPackets; i++) if (!this.outbox.sendNext((packet) => upload.send(packet))) return
  }

  /** The time without a microphone counts as well, so that the server's clock and this one stay together. */
  microphoneBecame({ status }: MicrophoneState): void {
    if (status === 'live') {
      if (this.pausedAtMs !== null) this.outbox.skip(wholeFrames(this.now() - this.pausedAtMs))
      this.pausedAtMs = null
    } else if (this.outbox.hasBegun) {
      this.pausedAtMs ??= this.now()
    }
  }

  attach(upload: AudioUpload): void {
    this.upload?.close()
    this.upload = upload
    this.outbox.rewind(this.heardUpTo)
  }

  detach(): void {
    this.upload?.close()
    this.upload = null
  }
}

function wholeFrames(ms: number): number {
  return Math.round((ms * sampleRateHz) / 1000 / frameSamples) * frameSamples
}
