import { IconEar, IconMicrophone } from '@tabler/icons-react'
import type { Visitor } from '@/realtime/session/callView'
import { words } from '@/ui/words'
import classes from './CallHeader.module.css'

/** Who else is in the call, and how. */
export function VisitorsBadge({ visitors }: { visitors: readonly Visitor[] }) {
  const text = visitors.map(({ name, mode }) => `${name} is ${words.supervision[mode]}`).join(', ')
  const Icon = visitors.some(({ mode }) => mode !== 'listen') ? IconMicrophone : IconEar
  return (
    <span className={classes.visitors} role="status">
      {visitors.length > 0 && (
        <>
          <Icon size={18} aria-hidden />
          {text}
        </>
      )}
    </span>
  )
}
