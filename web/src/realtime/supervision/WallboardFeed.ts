import { Emitter } from '../Emitter'
import { asCallProblem, type CallProblem } from '../hub/callProblem'
import type { WallboardRow, WallboardUpdate } from './contract'
import type { SupervisionHub } from './supervisionHub'

/** A row, and when it came on this page's clock. */
export interface BoardCall {
  row: WallboardRow
  atMs: number
}

export interface WallboardView {
  connection: { is: 'connecting' } | { is: 'connected' } | { is: 'reconnecting' } | { is: 'failed'; problem: CallProblem }
  calls: ReadonlyMap<string, BoardCall>
}

/** The wallboard as it stands now: every live call, brought up to date a few times a second. */
export class WallboardFeed {
  readonly changed = new Emitter<void>()
  view: WallboardView = { connection: { is: 'connecting' }, calls: new Map() }
  private readonly hub: SupervisionHub
  private readonly now: () => number

  constructor(hub: SupervisionHub, now: () => number) {
    this.hub = hub
    this.now = now
  }

  /** Never throws: see the connection. Also tries again after it failed. */
  async open(): Promise<void> {
    this.update({ connection: { is: 'connecting' } })
    try {
      await this.hub.open({
        wallboardChanged: (update) => this.take(update),
        reconnecting: () => this.update({ connection: { is: 'reconnecting' } }),
        reconnected: () => void this.watch(),
        closed: (problem) => problem && this.update({ connection: { is: 'failed', problem } }),
      })
      await this.watch()
    } catch (error) {
      this.update({ connection: { is: 'failed', problem: asCallProblem(error) } })
    }
  }

  dispose(): void {
    void this.hub.close()
  }

  private async watch(): Promise<void> {
    try {
      const { rows } = await this.hub.invoke('Watch')
      const atMs = this.now()
      this.update({ connection: { is: 'connected' }, calls: new Map(rows.map((row) => [row.callId, { row, atMs }])) })
    } catch (error) {
      const problem = asCallProblem(error)
      // Broken again: the hub is at it already.
      if (problem.code !== 'serverGone') this.update({ connection: { is: 'failed', problem } })
    }
  }

  private take({ rows, gone }: WallboardUpdate): void {
    const calls = new Map(this.view.calls)
    const atMs = this.now()
    for (const row of rows) {
      const known = calls.get(row.callId)
      // What was asked for may overtake what was sent before.
      if (!known || known.row.nowMs <= row.nowMs) calls.set(row.callId, { row, atMs })
    }
    for (const id of gone) calls.delete(id)
    this.update({ calls })
  }

  private update(change: Partial<WallboardView>): void {
    this.view = { ...this.view, ...change }
    this.changed.emit()
  }
}
