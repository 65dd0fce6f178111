import { Button } from '@mantine/core'
import { IconVolume } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { queries } from '@/api/queries'
import type { CallSnapshot, LiveCall } from '@/realtime/session/LiveCall'
import { CallControls } from './CallControls'
import { CallHeader } from './CallHeader'
import classes from './CallRoom.module.css'
import { CuePlace } from './CuePlace'
import { FinalsAnnouncer } from './FinalsAnnouncer'
import { HintPlace } from './HintPlace'
import { LatencyDrawer } from './LatencyDrawer'
import { Meters } from './Meters'
import { ReconnectingNote } from './ReconnectingNote'
import { ScriptPhases } from './ScriptPhases'
import { ShortcutsDialog } from './ShortcutsDialog'
import { Speakers } from './Speakers'
import { statusOf } from './statusOf'
import { StatusLine } from './StatusLine'
import { Transcript } from './Transcript'
import { TypedLine } from './TypedLine'
import { useCallActions } from './useCallActions'
import { useFirstGesture } from './useFirstGesture'
import { useQuietMode } from './useQuietMode'
import { useShortcuts } from './useShortcuts'
import { useTwice } from './useTwice'
import { WhisperPlace } from './WhisperPlace'
import { YourScreen } from './YourScreen'

/** The call while it rings and goes on. */
export function CallRoom({ call, snapshot }: { call: LiveCall; snapshot: CallSnapshot }) {
  const { view, connection, stage, microphone, serverListens, soundBlocked } = snapshot
  const patient = view.placed?.patientName ?? 'the patient'
  const scenario = useQuery({ ...queries.scenario(view.placed?.scenarioId ?? ''), enabled: view.placed !== null })
  const actions = useCallActions(call, snapshot)
  const escape = useTwice(actions.end)
  const [open, setOpen] = useState<'timings' | 'keys' | null>(null)
  const typedLine = useRef<HTMLInputElement>(null)
  const [quiet, toggleQuiet] = useQuietMode()
  const toggle = (what: 'timings' | 'keys') => setOpen(open === what ? null : what)
  useEffect(() => {
    document.title = `Call with ${patient} · Practice room`
  }, [patient])
  useShortcuts({
    ' ': actions.mute,
    h: actions.hint,
    t: () => typedLine.current?.focus(),
    p: stage === 'live' ? actions.hold : undefined,
    l: () => toggle('timings'),
    q: toggleQuiet,
    '?': () => toggle('keys'),
    Escape: escape.press,
  })
  useFirstGesture(soundBlocked, () => void call.allowSound())
  const typesOnly = microphone.status !== 'live' || !serverListens
  return (
    <main className={classes.room} id="main">
      <CallHeader call={call} snapshot={snapshot} quiet={quiet} toggleQuiet={toggleQuiet} showTimings={() => toggle('timings')} showShortcuts={() => toggle('keys')} />
      <div className={classes.columns}>
        <div className={classes.talk}>
          <div className={classes.state}>
            <StatusLine status={statusOf(snapshot, patient)} endArmed={escape.armed} />
            {connection.is === 'reconnecting' && <ReconnectingNote sinceMs={connection.sinceMs} />}
            {soundBlocked && (
              <Button size="lg" leftSection={<IconVolume size={20} aria-hidden />} onClick={() => void call.allowSound()}>
                Click to hear {patient}
              </Button>
            )}
          </div>
          <div className={classes.speakers}>
            <Speakers snapshot={snapshot} />
          </div>
          <WhisperPlace whispers={view.whispers} />
          <CuePlace call={call} cues={view.cues} quiet={quiet} />
          <div className={classes.deck}>
            <TypedLine ref={typedLine} say={(text) => call.say(text)} disabled={stage !== 'live' || view.paused !== null} main={typesOnly} />
            <CallControls snapshot={snapshot} actions={actions} />
          </div>
        </div>
        <aside className={classes.aside} aria-label="Help and transcript">
          <HintPlace view={view} noHint={actions.noHint} />
          {scenario.data && <YourScreen situation={scenario.data.situation} />}
          {scenario.data && <ScriptPhases phases={scenario.data.phases} done={view.phasesDone} used={view.phrasesUsed} />}
          <Meters view={view} />
          <Transcript lines={view.lines} patient={patient} />
        </aside>
      </div>
      <FinalsAnnouncer lines={view.lines} patient={patient} />
      <LatencyDrawer opened={open === 'timings'} close={() => setOpen(null)} timings={view.timings} lines={view.lines} />
      <ShortcutsDialog opened={open === 'keys'} close={() => setOpen(null)} />
    </main>
  )
}
