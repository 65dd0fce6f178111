export interface Devices {
  microphoneId: string | null
  loudspeakerId: string | null
}

const key = 'devices'

/** Which devices this browser used last. Storage may be switched off; then the system's own devices are used. */
export function rememberedDevices(): Devices {
  const none = { microphoneId: null, loudspeakerId: null }
  try {
    return { ...none, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Devices>) }
  } catch {
    return none
  }
}

export function rememberDevices(devices: Partial<Devices>): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...rememberedDevices(), ...devices }))
  } catch {
    // Without storage there is nothing to remember.
  }
}

const typedKey = (callId: string) => `typed:${callId}`

/** A call that was begun by typing stays so after a refresh. */
export function rememberTyped(callId: string): void {
  try {
    sessionStorage.setItem(typedKey(callId), '1')
  } catch {
    // Without storage the page asks for the microphone after a refresh.
  }
}

export function isTyped(callId: string): boolean {
  try {
    return sessionStorage.getItem(typedKey(callId)) === '1'
  } catch {
    return false
  }
}
