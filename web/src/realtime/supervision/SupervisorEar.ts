import type { CallHub } from '../hub/callHub'
import type { LiveEar } from './LiveEar'

/** A supervisor's voice at the trainee's ear, by a stream of its own for as long as one speaks. */
export class SupervisorEar {
  private readonly hub: Pick<CallHub, 'receiveSupervisor'>
  private readonly makeEar: () => Pick<LiveEar, 'open' | 'play' | 'silence' | 'dispose'>
  private ear: ReturnType<SupervisorEar['makeEar']> | null = null
  private stop: (() => void) | null = null

  constructor(hub: Pick<CallHub, 'receiveSupervisor'>, makeEar: () => Pick<LiveEar, 'open' | 'play' | 'silence' | 'dispose'>) {
    this.hub = hub
    this.makeEar = makeEar
  }

  /** Null: nobody speaks, or there is no connection. */
  follow(callId: string | null): void {
    if (callId === null) {
      this.stop?.()
      this.stop = null
      this.ear?.silence()
      return
    }
    if (this.stop) return
    const ear = (this.ear ??= this.open())
    this.stop = this.hub.receiveSupervisor(callId, {
      packet: (packet) => ear.play(packet.pcm),
      over: () => (this.stop = null),
    })
  }

  dispose(): void {
    this.follow(null)
    this.ear?.dispose()
    this.ear = null
  }

  private open() {
    const ear = this.makeEar()
    void ear.open()
    return ear
  }
}
