import { Select, Textarea, TextInput } from '@mantine/core'
import type { Difficulty, PracticeDraft, ScenarioType, TraineeAct } from '@/api/types'
import { difficulties } from '@/ui/DifficultyMark'
import { words } from '@/ui/words'
import type { ChangeDraft } from './DraftForm'
import { neededActs } from './draftWords'
import classes from './PracticePage.module.css'

/** What the call is about, and what was missed. */
export function DraftMoment({ draft, change }: { draft: PracticeDraft; change: ChangeDraft }) {
  return (
    <>
      <TextInput label="Title" required withAsterisk={false} maxLength={150} value={draft.title} onChange={(event) => change({ title: event.currentTarget.value })} />
      <div className={classes.fields}>
        <Select
          label="Type"
          allowDeselect={false}
          data={Object.entries(words.type).map(([value, label]) => ({ value, label }))}
          value={draft.type}
          onChange={(type) => type && change({ type: type as ScenarioType })}
        />
        <Select
          label="Difficulty"
          allowDeselect={false}
          data={difficulties.map((value) => ({ value, label: words.difficulty[value] }))}
          value={draft.difficulty}
          onChange={(difficulty) => difficulty && change({ difficulty: difficulty as Difficulty })}
        />
      </div>
      <Textarea
        label="What the trainee reads before the call"
        description="With what their screen would show, and what they may do."
        required
        withAsterisk={false}
        resize="vertical"
        rows={6}
        maxLength={6000}
        value={draft.situation}
        onChange={(event) => change({ situation: event.currentTarget.value })}
      />
      <Select
        label="What was missed: the trainee must"
        allowDeselect={false}
        data={Object.entries(neededActs).map(([value, label]) => ({ value, label }))}
        value={draft.needed}
        onChange={(needed) => needed && change({ needed: needed as TraineeAct })}
      />
      <TextInput label="A sentence that does it" required withAsterisk={false} maxLength={400} value={draft.better} onChange={(event) => change({ better: event.currentTarget.value })} />
      <div className={classes.fields}>
        <TextInput
          label="What not to say again"
          description="Leave both empty where nothing is to be avoided."
          maxLength={400}
          value={draft.avoid ?? ''}
          onChange={(event) => change({ avoid: event.currentTarget.value || null })}
        />
        <TextInput label="Why not" description="What it does to the caller." maxLength={400} value={draft.avoidWhy ?? ''} onChange={(event) => change({ avoidWhy: event.currentTarget.value || null })} />
      </div>
    </>
  )
}
