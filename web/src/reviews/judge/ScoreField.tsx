import { NumberInput, TextInput } from '@mantine/core'
import classes from './JudgePanel.module.css'

interface Judged {
  score: number
  reason: string
}

interface Props {
  label: string
  /** Null: not enough to judge. */
  workedOut: number | null
  judged: Judged | undefined
  /** Undefined: as it was worked out. */
  change: (to: Judged | undefined) => void
}

/** One category: empty where the coach agrees with what was worked out. */
export function ScoreField({ label, workedOut, judged, change }: Props) {
  return (
    <div className={classes.score}>
      <NumberInput
        label={label}
        description={workedOut === null ? 'not worked out' : `worked out: ${workedOut}`}
        placeholder="0 to 100"
        min={0}
        max={100}
        allowDecimal={false}
        value={judged?.score ?? ''}
        onChange={(score) => change(score === '' ? undefined : { score: Number(score), reason: judged?.reason ?? '' })}
      />
      {judged && <TextInput label={`Why, for ${label.toLowerCase()}`} required withAsterisk={false} maxLength={1000} value={judged.reason} onChange={(event) => change({ ...judged, reason: event.currentTarget.value })} />}
    </div>
  )
}
