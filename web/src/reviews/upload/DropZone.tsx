import { IconUpload } from '@tabler/icons-react'
import { useRef, useState, type DragEvent } from 'react'
import type { UploadRules } from '@/api/types'
import { fileSize } from '@/ui/format'
import classes from './DropZone.module.css'

export const endings = '.wav,.wave,.mp3,.m4a,.mp4,.aac,.ogg,.oga,.opus,.flac,.webm,.mka'

/** Where files are dropped, or chosen by click or key. */
export function DropZone({ rules, take }: { rules: UploadRules; take: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drag = (event: DragEvent, into: boolean) => {
    event.preventDefault()
    setOver(into)
  }
  return (
    <label
      className={classes.zone}
      data-over={over}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false)
        take([...event.dataTransfer.files])
      }}
    >
      <IconUpload size={26} aria-hidden />
      <span className={classes.text}>Drop recordings here, or choose them</span>
      <span className={classes.soft}>
        {rules.kinds}; up to {fileSize(rules.maxBytes)} and {Math.round(rules.maxMinutes / 6) / 10} hours each. A party on each side (stereo) is best.
      </span>
      <input
        ref={input}
        type="file"
        multiple
        accept={endings}
        className={classes.input}
        onChange={(event) => {
          take([...(event.currentTarget.files ?? [])])
          // So that the same file can be chosen again.
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
}
