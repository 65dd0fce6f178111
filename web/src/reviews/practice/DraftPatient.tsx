import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import type { PracticeDraft } from '@/api/types'
import type { ChangeDraft } from './DraftForm'
import { draftMoods } from './draftWords'
import { LinesField } from './LinesField'
import classes from './PracticePage.module.css'

/** Who calls, in which mood, and with what words. */
export function DraftPatient({ draft, change }: { draft: PracticeDraft; change: ChangeDraft }) {
  return (
    <>
      <div className={classes.fields}>
        <TextInput label="Patient" description="Somebody who does not exist." required withAsterisk={false} maxLength={60} value={draft.patientName} onChange={(event) => change({ patientName: event.currentTarget.value })} />
        <NumberInput label="Age" description="In years." min={0} max={120} allowDecimal={false} value={draft.patientAge} onChange={(age) => change({ patientAge: Number(age) || 0 })} />
        <Select label="Spoken of as" description="In cues and debrief." allowDeselect={false} data={['she', 'he', 'they']} value={draft.pronoun} onChange={(pronoun) => pronoun && change({ pronoun })} />
        <Select
          label="Begins"
          description="The mood at the start."
          allowDeselect={false}
          data={Object.entries(draftMoods).map(([value, label]) => ({ value, label }))}
          value={draft.mood}
          onChange={(mood) => mood && change({ mood: mood as PracticeDraft['mood'] })}
        />
      </div>
      <TextInput label="Manner" required withAsterisk={false} maxLength={400} value={draft.manner} onChange={(event) => change({ manner: event.currentTarget.value })} />
      <LinesField label="Says first" description="One line each; one of them is picked." lines={draft.opening} change={(opening) => change({ opening })} />
      <LinesField label="Tells when asked why" description="One line each, two or more." lines={draft.says} change={(says) => change({ says })} />
      <TextInput label="Wants" description="In one line, for coaches." required withAsterisk={false} maxLength={400} value={draft.wants} onChange={(event) => change({ wants: event.currentTarget.value })} />
      <Textarea label="What coaches should know" description="Trainees never see it." required withAsterisk={false} resize="vertical" rows={3} maxLength={6000} value={draft.history} onChange={(event) => change({ history: event.currentTarget.value })} />
    </>
  )
}
