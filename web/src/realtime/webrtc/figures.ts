/** What the browser's statistics say of the sound that arrives. Counts are since the connection began. */
export interface LinkFigures {
  roundTripMs: number | null
  jitterMs: number | null
  packetsReceived: number
  packetsLost: number
  /** RTP timestamp of the frame that was played last, and when. */
  played: { rtpTimestamp: number; agoMs: number } | null
}

interface Played {
  rtpTimestamp?: number
  timestamp: number
}

/** Reads RTCPeerConnection.getStats() and RTCRtpReceiver.getSynchronizationSources(). */
export function readFigures(stats: Iterable<Record<string, unknown>>, sources: readonly Played[], nowMs: number, timeOriginMs: number): LinkFigures {
  const figures: LinkFigures = { roundTripMs: null, jitterMs: null, packetsReceived: 0, packetsLost: 0, played: null }
  for (const entry of stats) {
    if (entry.type === 'candidate-pair' && entry.nominated === true) figures.roundTripMs = milliseconds(entry.currentRoundTripTime) ?? figures.roundTripMs
    if (entry.type === 'inbound-rtp' && entry.kind === 'audio') {
      figures.jitterMs = milliseconds(entry.jitter)
      figures.packetsReceived = count(entry.packetsReceived)
      figures.packetsLost = count(entry.packetsLost)
    }
  }
  const [source] = sources
  if (source?.rtpTimestamp !== undefined) {
    // Some browsers count from the epoch, others from the page's start.
    const now = source.timestamp > timeOriginMs / 2 ? timeOriginMs + nowMs : nowMs
    figures.played = { rtpTimestamp: source.rtpTimestamp, agoMs: Math.max(0, Math.round(now - source.timestamp)) }
  }
  return figures
}

/** Loss between two readings; null when nothing was due. */
export function lossPercent(before: LinkFigures, now: LinkFigures): number | null {
  const lost = Math.max(0, now.packetsLost - before.packetsLost)
  const due = lost + Math.max(0, now.packetsReceived - before.packetsReceived)
  return due === 0 ? null : (100 * lost) / due
}

function milliseconds(seconds: unknown): number | null {
  return typeof seconds === 'number' ? Math.round(seconds * 10_000) / 10 : null
}

function count(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
