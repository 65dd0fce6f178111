import { useEffect, useRef } from 'react'
import { meterValue } from '@/realtime/audio/level'
import type { Microphone } from '@/realtime/capture/Microphone'
import classes from './LevelMeter.module.css'

const framesBetween = 3

/** How loud the microphone is. Drawn past React: it moves sixteen times a second. */
export function LevelMeter({ microphone, label = 'Level of your microphone' }: { microphone: Microphone; label?: string }) {
  const meter = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let frame = 0
    let loudest = 0
    return microphone.levels.on(({ rmsDbfs }) => {
      loudest = Math.max(loudest, meterValue(rmsDbfs))
      if (++frame % framesBetween !== 0 || !meter.current) return
      meter.current.style.setProperty('--level', loudest.toFixed(3))
      meter.current.setAttribute('aria-valuenow', String(Math.round(loudest * 100)))
      loudest = 0
    })
  }, [microphone])
  return (
    <div ref={meter} className={classes.meter} role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={0}>
      <div className={classes.fill} />
    </div>
  )
}
