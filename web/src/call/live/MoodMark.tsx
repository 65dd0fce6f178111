import { VisuallyHidden } from '@mantine/core'
import { IconMoodAnnoyed, IconMoodAngry, IconMoodHappy, IconMoodNervous, IconMoodSmile } from '@tabler/icons-react'
import type { CallView, Mood } from '@/realtime/session/callView'
import classes from './MoodMark.module.css'

const looks: Record<Mood, { word: string; icon: typeof IconMoodSmile }> = {
  calm: { word: 'Calm', icon: IconMoodSmile },
  anxious: { word: 'Anxious', icon: IconMoodNervous },
  irritated: { word: 'Irritated', icon: IconMoodAnnoyed },
  angry: { word: 'Angry', icon: IconMoodAngry },
  relieved: { word: 'Relieved', icon: IconMoodHappy },
}

/** How the patient feels: a word, a face and a colour; resting on it tells why. */
export function MoodMark({ mood }: { mood: CallView['mood'] }) {
  if (!mood) return null
  const { word, icon: Icon } = looks[mood.label]
  return (
    <span className={classes.mood} data-mood={mood.label} title={mood.because.join(' ') || undefined}>
      <Icon size={26} stroke={1.6} aria-hidden />
      <VisuallyHidden component="span">The patient is </VisuallyHidden>
      {word}
    </span>
  )
}
