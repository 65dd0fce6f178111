import { Microphone } from '../capture/Microphone'
import { opusOfThisBrowser } from '../capture/OpusUpload'
import { SignalRCallHub } from '../hub/callHub'
import { Loudspeaker } from '../playback/Loudspeaker'
import { LiveEar } from '../supervision/LiveEar'
import { BrowserWebRtcLink } from '../webrtc/WebRtcLink'
import { LiveCall } from './LiveCall'
import { BrowserPatientVoice } from './PatientVoice'

/** A call with this browser's own microphone, loudspeaker and network. Made in a click, so that the loudspeaker is allowed. */
export function makeCall(microphone: Microphone, loudspeakerId: string | null): LiveCall {
  const loudspeaker = new Loudspeaker()
  void loudspeaker.open()
  // The one chosen last time may not be plugged in today; then the system's own is used.
  if (loudspeakerId) loudspeaker.choose(loudspeakerId).catch(() => undefined)
  return new LiveCall({
    hub: new SignalRCallHub(),
    microphone,
    voice: new BrowserPatientVoice(loudspeaker),
    now: () => performance.now(),
    opus: opusOfThisBrowser(),
    makeEar: () => new LiveEar(),
    openLink: BrowserWebRtcLink.exists ? (servers, track, found) => new BrowserWebRtcLink(servers, track, found) : null,
  })
}
