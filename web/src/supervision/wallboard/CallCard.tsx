import { IconAlertTriangle, IconEar, IconHandStop, IconPhoneCall, IconPhoneRinging, IconPlayerPause, IconPlugConnectedX, IconVolumeOff } from '@tabler/icons-react'
import { memo } from 'react'
import { Link } from 'react-router'
import type { CallPhase } from '@/api/types'
import { MoodMark } from '@/call/live/MoodMark'
import type { WallboardRow } from '@/realtime/supervision/contract'
import { DifficultyMark } from '@/ui/DifficultyMark'
import { words } from '@/ui/words'
import classes from './CallCard.module.css'
import { MiniLine } from './MiniLine'
import { RunningTime } from './RunningTime'

const icons: Record<CallPhase, typeof IconEar> = {
  ringing: IconPhoneRinging,
  talking: IconPhoneCall,
  holding: IconHandStop,
  deadAir: IconVolumeOff,
  paused: IconPlayerPause,
  away: IconPlugConnectedX,
}

interface Props {
  row: WallboardRow
  /** When the row came, on this page's clock. */
  atMs: number
  /** Its place among all, for those who cannot see that there are more. */
  place: number
  of: number
}

/** One live call. */
export const CallCard = memo(function CallCard({ row, atMs, place, of }: Props) {
  return (
    <li className={classes.card} data-alert={row.alerts[0]?.kind} aria-posinset={place} aria-setsize={of}>
      <CardBody row={row} atMs={atMs} />
    </li>
  )
})

/** Not drawn again when another call has changed this one's place. */
const CardBody = memo(function CardBody({ row, atMs }: Pick<Props, 'row' | 'atMs'>) {
  const Phase = icons[row.phase]
  const [alert, ...others] = row.alerts
  return (
    <>
      <div className={classes.head}>
        <Link to={`/wallboard/${row.callId}`} className={classes.trainee}>
          {row.trainee}
        </Link>
        <RunningTime callMs={row.nowMs} atMs={atMs} />
      </div>
      <p className={classes.scenario}>
        {row.scenarioTitle} <DifficultyMark difficulty={row.difficulty} />
      </p>
      <div className={classes.states}>
        <span className={classes.phase} data-phase={row.phase}>
          <Phase size={18} aria-hidden />
          {phaseWords(row)}
        </span>
        <MoodMark mood={row.mood && { label: row.mood, because: [] }} />
      </div>
      <div className={classes.lines}>
        <MiniLine what="Tone" points={row.tone} />
        <MiniLine what="Empathy" points={row.empathy} />
      </div>
      {alert && (
        <p className={classes.alert}>
          <IconAlertTriangle size={18} aria-hidden />
          <span>
            <strong>{words.alert[alert.kind]}.</strong> {alert.text}
            {others.length > 0 && ` Also: ${others.map((other) => words.alert[other.kind].toLowerCase()).join(', ')}.`}
          </span>
        </p>
      )}
      {row.lastCue && <p className={classes.cue}>Cue: {row.lastCue.text}</p>}
      {row.supervisors.length > 0 && (
        <p className={classes.supervisors}>
          <IconEar size={16} aria-hidden /> {row.supervisors.map(({ name, mode }) => `${name} is ${words.supervision[mode]}`).join(', ')}
        </p>
      )}
    </>
  )
})

function phaseWords({ phase, traineeSpeaks, patientSpeaks, patient }: WallboardRow): string {
  if (phase !== 'talking') return words.phase[phase]
  if (traineeSpeaks && patientSpeaks) return 'Both speak'
  if (traineeSpeaks) return 'Trainee speaks'
  return patientSpeaks ? `${patient} speaks` : words.phase.talking
}
