import { useEffect, useState, useSyncExternalStore } from 'react'
import { Microphone } from '@/realtime/capture/Microphone'
import { LiveEar } from '@/realtime/supervision/LiveEar'
import { ListeningCall } from '@/realtime/supervision/ListeningCall'
import { BrowserWebRtcLink } from '@/realtime/webrtc/WebRtcLink'
import { SignalRSupervisionHub } from '@/realtime/supervision/supervisionHub'

/** In the call at this address, from when the page opens to when it closes. Null for a moment at first. */
export function useListening(callId: string): ListeningCall | null {
  const [call, setCall] = useState<ListeningCall | null>(null)
  useEffect(() => {
    const joined = new ListeningCall(callId, {
      hub: new SignalRSupervisionHub(),
      ear: new LiveEar(),
      microphone: new Microphone(),
      openLink: BrowserWebRtcLink.exists ? (servers, track, found) => new BrowserWebRtcLink(servers, track, found) : null,
      now: () => performance.now(),
      after: (ms, then) => {
        const timer = setTimeout(then, ms)
        return () => clearTimeout(timer)
      },
    })
    void joined.open()
    // eslint-disable-next-line react-hooks/set-state-in-effect -- it is opened and closed with the page, not made while drawing
    setCall(joined)
    return () => {
      joined.dispose()
      setCall(null)
    }
  }, [callId])
  return call
}

export function useListeningSnapshot(call: ListeningCall) {
  return useSyncExternalStore(
    (changed) => call.changed.on(changed),
    () => call.snapshot,
  )
}
