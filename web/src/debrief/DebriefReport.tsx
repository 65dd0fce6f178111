import type { CallSummary, Debrief } from '@/api/types'
import { LinkButton } from '@/ui/LinkButton'
import { Panel } from '@/ui/Panel'
import { Blockers } from './Blockers'
import { Categories } from './Categories'
import classes from './DebriefReport.module.css'
import { Course } from './Course'
import { FlowAndPhrases } from './FlowAndPhrases'
import { IdealPanel } from './IdealPanel'
import { KeyMoments } from './KeyMoments'
import { MissedChances } from './MissedChances'
import { Numbers } from './Numbers'
import { OneChange } from './OneChange'
import { OutcomePanel } from './OutcomePanel'
import { Strengths } from './Strengths'
import { TooShort } from './TooShort'
import { VoiceLines } from './VoiceLines'

/** Outcome first, then what went well, then the one thing to change. */
export function DebriefOpening({ debrief, call }: { debrief: Debrief; call: CallSummary }) {
  if (!debrief.judged) return <TooShort debrief={debrief} scenarioId={call.scenarioId} />
  const [first] = debrief.improvements
  return (
    <>
      <OutcomePanel debrief={debrief} />
      <div className={classes.two}>
        <Strengths strengths={debrief.strengths.slice(0, 2)} />
        {first && <OneChange improvement={first} />}
      </div>
    </>
  )
}

/** Everything else, for those who want to know more. */
export function DebriefDetails({ debrief, call }: { debrief: Debrief; call: CallSummary }) {
  return (
    <>
      <Blockers blockers={debrief.blockers} />
      <KeyMoments moments={debrief.keyMoments} />
      <Categories categories={debrief.categories} improvements={debrief.improvements} />
      <MissedChances chances={debrief.missedChances} others={debrief.improvements.slice(1)} />
      {debrief.ideal && <IdealPanel ideal={debrief.ideal} />}
      {debrief.course && <Course course={debrief.course} />}
      <FlowAndPhrases flow={debrief.flow} phrases={debrief.phrases} toAvoid={debrief.phrasesToAvoid} />
      <Numbers numbers={debrief.numbers} listening={debrief.listening} notes={debrief.notes}>
        <VoiceLines points={debrief.numbers.voice} />
      </Numbers>
      <Panel title="What now?" tone="trainee">
        <p className={classes.next}>{debrief.practiseNext}</p>
        <div className={classes.ways}>
          <LinkButton to={`/scenarios/${call.scenarioId}`}>Try this call again</LinkButton>
          <LinkButton to="/" variant="default">
            Choose another
          </LinkButton>
        </div>
      </Panel>
    </>
  )
}
