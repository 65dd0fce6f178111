import { ActionIcon, TextInput } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState, type FormEvent, type KeyboardEvent, type Ref } from 'react'
import classes from './TypedLine.module.css'

const longest = 1000

interface Props {
  ref?: Ref<HTMLInputElement>
  /** False: it was not taken, the words stay. */
  say: (text: string) => Promise<boolean>
  disabled: boolean
  /** It is the only way to talk in this call. */
  main: boolean
}

/** A line instead of speech, at any time. */
export function TypedLine({ ref, say, disabled, main }: Props) {
  const [text, setText] = useState('')
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const line = text.trim()
    if (line === '' || disabled) return
    setText('')
    if (!(await say(line))) setText((since) => since || line)
  }
  const leave = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur()
  }
  return (
    <form onSubmit={(event) => void send(event)} className={classes.form}>
      <TextInput
        ref={ref}
        className={classes.input}
        size={main ? 'lg' : 'md'}
        aria-label="Type what you would say"
        placeholder={main ? 'Type what you would say' : 'Or type what you would say (T)'}
        value={text}
        maxLength={longest}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={leave}
      />
      <ActionIcon type="submit" size={main ? 50 : 42} aria-label="Say it" disabled={disabled || text.trim() === ''}>
        <IconSend size={20} aria-hidden />
      </ActionIcon>
    </form>
  )
}
