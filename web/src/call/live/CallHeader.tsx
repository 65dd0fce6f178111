import { ActionIcon, Tooltip } from '@mantine/core'
import { IconBulb, IconBulbOff, IconClockHour4, IconKeyboard } from '@tabler/icons-react'
import type { CallSnapshot, LiveCall } from '@/realtime/session/LiveCall'
import { Mark } from '@/ui/Mark'
import { CallTime } from './CallTime'
import classes from './CallHeader.module.css'
import { ConnectionBadge } from './ConnectionBadge'
import { VisitorsBadge } from './VisitorsBadge'

interface Props {
  call: LiveCall
  snapshot: CallSnapshot
  quiet: boolean
  toggleQuiet: () => void
  showTimings: () => void
  showShortcuts: () => void
}

export function CallHeader({ call, snapshot, quiet, toggleQuiet, showTimings, showShortcuts }: Props) {
  const { view } = snapshot
  return (
    <header className={classes.header}>
      <Mark size={30} />
      <div className={classes.names}>
        <h1 className={classes.title}>{view.placed ? `Call with ${view.placed.patientName}` : 'Your call'}</h1>
        {view.placed && <p className={classes.scenario}>{view.placed.scenarioTitle}</p>}
      </div>
      <VisitorsBadge visitors={view.visitors} />
      <div className={classes.tools}>
        <ConnectionBadge connection={snapshot.connection} path={snapshot.path} />
        <CallTime call={call} view={view} />
        <Tooltip label={quiet ? 'Quiet mode: no cues during the call (Q)' : 'Cues are shown (Q: quiet mode)'}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Quiet mode" aria-pressed={quiet} onClick={toggleQuiet}>
            {quiet ? <IconBulbOff size={20} aria-hidden /> : <IconBulb size={20} aria-hidden />}
          </ActionIcon>
        </Tooltip>
        <Tooltip label="How fast each turn was">
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label="How fast each turn was" onClick={showTimings}>
            <IconClockHour4 size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Keys (?)">
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Keys" onClick={showShortcuts}>
            <IconKeyboard size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  )
}
