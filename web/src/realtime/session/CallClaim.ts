/** Which of this browser's windows has the call: the one that attached last. */
export class CallClaim {
  private readonly channel: BroadcastChannel | null
  private readonly self = crypto.randomUUID()

  constructor(callId: string, lost: () => void) {
    this.channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`call:${callId}`)
    this.channel?.addEventListener('message', ({ data }: MessageEvent<string>) => {
      if (data !== this.self) lost()
    })
  }

  claim(): void {
    this.channel?.postMessage(this.self)
  }

  dispose(): void {
    this.channel?.close()
  }
}
