import type { AvoidedPhraseResult, PhaseResult, PhraseResult } from '@/api/types'
import { clock } from '@/ui/format'
import { OutcomeMark } from '@/ui/OutcomeMark'
import { Panel } from '@/ui/Panel'
import { EvidenceButton, EvidenceList } from './EvidenceButton'
import classes from './FlowAndPhrases.module.css'
import lists from './Lists.module.css'
import { SaidAndBetter } from './OneChange'

interface Props {
  flow: readonly PhaseResult[]
  phrases: readonly PhraseResult[]
  toAvoid: readonly AvoidedPhraseResult[]
}

/** The call along its script: each phase with its phrases, and what had better not be said. */
export function FlowAndPhrases({ flow, phrases, toAvoid }: Props) {
  const said = toAvoid.filter((phrase) => phrase.said.length > 0)
  const avoided = toAvoid.filter((phrase) => phrase.said.length === 0)
  return (
    <>
      {flow.length > 0 && (
        <Panel title="Along the script">
          <ol className={classes.phases}>
            {flow.map((phase) => (
              <li key={phase.phaseId}>
                <h3 className={classes.title}>
                  <OutcomeMark status={phase.done ? 'reached' : phase.phrasesUsed > 0 ? 'partly' : 'missed'} hideWord />
                  {phase.title}
                </h3>
                <p className={classes.facts}>
                  {phase.phrasesUsed} of {phase.phrasesTotal} phrases
                  {phase.startMs !== null && phase.endMs !== null && `, ${clock(phase.startMs)} to ${clock(phase.endMs)}`}
                </p>
                {phase.comment && <p className={classes.comment}>{phase.comment}</p>}
                <ul className={classes.phrases}>
                  {phrases
                    .filter((phrase) => phrase.phaseId === phase.phaseId)
                    .map((phrase) => (
                      <li key={phrase.phraseId}>
                        <span className={classes.used}>{phrase.used ? 'Used' : 'Missed'}</span>
                        <span>
                          <q className={classes.phrase}>{phrase.phrase}</q>
                          {phrase.evidence && (
                            <span className={classes.hear}>
                              <EvidenceButton evidence={phrase.evidence}>Hear it</EvidenceButton>
                            </span>
                          )}
                        </span>
                      </li>
                    ))}
                </ul>
              </li>
            ))}
          </ol>
        </Panel>
      )}
      {toAvoid.length > 0 && (
        <Panel title="Phrases to avoid">
          {said.length > 0 && (
            <ul className={lists.list}>
              {said.map((phrase) => (
                <li key={phrase.phraseId}>
                  <p className={lists.what}>
                    <q className={classes.phrase}>{phrase.phrase}</q> <span className={lists.soft}>{phrase.why}</span>
                  </p>
                  <EvidenceList evidence={phrase.said} />
                  <SaidAndBetter better={phrase.better} />
                </li>
              ))}
            </ul>
          )}
          {avoided.length > 0 && (
            <p className={classes.avoided}>
              {said.length === 0 ? 'You said none of them: ' : 'You did not say: '}
              {avoided.map((phrase, n) => (
                <span key={phrase.phraseId}>
                  {n > 0 && ', '}
                  <q className={classes.phrase}>{phrase.phrase}</q>
                </span>
              ))}
              .
            </p>
          )}
        </Panel>
      )}
    </>
  )
}
