import { Textarea } from '@mantine/core'
import { useState } from 'react'

interface Props {
  label: string
  description: string
  lines: readonly string[]
  change: (lines: string[]) => void
}

/** A list of lines, one in each line of a text. */
export function LinesField({ label, description, lines, change }: Props) {
  const [text, setText] = useState(lines.join('\n'))
  return (
    <Textarea
      label={label}
      description={description}
      required
      withAsterisk={false}
      resize="vertical"
      rows={3}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        change(
          event.currentTarget.value
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean),
        )
      }}
    />
  )
}
