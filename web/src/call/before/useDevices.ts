import { useEffect, useState } from 'react'

export interface DeviceChoice {
  value: string
  label: string
}

/** The devices of a kind, kept up to date. Browsers hide their names until the microphone was allowed; `whenChanged` tells when to look again. */
export function useDevices(kind: 'audioinput' | 'audiooutput', whenChanged: unknown): DeviceChoice[] {
  const [devices, setDevices] = useState<DeviceChoice[]>([])
  useEffect(() => {
    const media = navigator.mediaDevices
    if (!media?.enumerateDevices) return
    let current = true
    const look = () =>
      void media.enumerateDevices().then((all) => {
        if (current) setDevices(choices(all, kind))
      })
    look()
    media.addEventListener('devicechange', look)
    return () => {
      current = false
      media.removeEventListener('devicechange', look)
    }
  }, [kind, whenChanged])
  return devices
}

function choices(devices: readonly MediaDeviceInfo[], kind: MediaDeviceKind): DeviceChoice[] {
  const named = devices.filter((device) => device.kind === kind && device.deviceId !== '' && device.label !== '')
  return named.map((device) => ({ value: device.deviceId, label: device.label }))
}
