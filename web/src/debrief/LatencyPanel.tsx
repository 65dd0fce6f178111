import { useMemo } from 'react'
import type { CallDetail } from '@/api/types'
import { Disclosure } from '@/ui/Disclosure'
import { count } from '@/ui/format'
import classes from './LatencyPanel.module.css'
import { medianTotalMs, stages, stageWords, turnWaterfall } from './turnWaterfall'

/** How long the patient took to answer, stage by stage; for those who want to know. */
export function LatencyPanel({ call }: { call: CallDetail }) {
  const turns = useMemo(() => turnWaterfall(call.events), [call.events])
  if (turns.length === 0) return null
  const longest = Math.max(...turns.map((turn) => turn.totalMs), 1)
  const said = (utterance: number) => call.transcript.find((line) => line.utterance === utterance)?.text ?? `Utterance ${utterance}`
  return (
    <Disclosure title="How quickly the patient answered" hint={`${count(turns.length, 'turn')}, half of them within ${medianTotalMs(turns)} ms`}>
      <ul className={classes.key}>
        {stages.map((stage) => (
          <li key={stage}>
            <span className={classes.swatch} data-stage={stage} aria-hidden="true" />
            {stageWords[stage]}
          </li>
        ))}
      </ul>
      <ol className={classes.turns}>
        {turns.map((turn) => (
          <li key={turn.utterance} className={classes.turn}>
            <span className={classes.said}>{said(turn.utterance)}</span>
            <span className={classes.track} role="img" aria-label={turn.parts.map((part) => `${stageWords[part.stage]}: ${part.endMs - part.startMs} ms`).join(', ')}>
              {turn.parts.map((part) => (
                <span
                  key={part.stage}
                  data-stage={part.stage}
                  className={classes.part}
                  title={`${stageWords[part.stage]}: ${part.endMs - part.startMs} ms`}
                  style={{ left: `${(part.startMs / longest) * 100}%`, width: `${((part.endMs - part.startMs) / longest) * 100}%` }}
                />
              ))}
            </span>
            <span className={classes.total}>{turn.totalMs} ms</span>
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}
