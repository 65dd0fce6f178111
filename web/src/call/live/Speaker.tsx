import type { ReactNode } from 'react'
import { Caption } from './Caption'
import classes from './Speaker.module.css'
import { VoiceShape } from './VoiceShape'

interface Props {
  party: 'patient' | 'trainee' | 'supervisor'
  name: string
  /** What the party is doing, in a word or two. */
  doing: string
  speaking: boolean
  aside?: ReactNode
  text: string
  partial: boolean
  cutOff: boolean
}

/** One side of the line: who, what they are doing, and their last words. */
export function Speaker({ party, name, doing, speaking, aside, text, partial, cutOff }: Props) {
  return (
    <section className={classes.speaker} data-party={party} data-speaking={speaking || undefined} aria-label={name}>
      <div className={classes.head}>
        <VoiceShape party={party} speaking={speaking} />
        <strong className={classes.name}>{name}</strong>
        <span className={classes.doing}>{doing}</span>
        {aside && <span className={classes.aside}>{aside}</span>}
      </div>
      <Caption text={text} partial={partial} cutOff={cutOff} />
    </section>
  )
}
