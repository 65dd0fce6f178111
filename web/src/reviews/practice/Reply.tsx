import type { MomentReply } from '@/api/types'
import { inSeconds } from '@/ui/format'
import classes from './PracticePage.module.css'

/** How a moment was answered, and how that came across. */
export function Reply({ who, reply }: { who: string; reply: MomentReply }) {
  return (
    <div className={classes.reply}>
      <span className={classes.soft}>{who}</span>
      <span className={classes.quote}>{reply.said ?? 'Nothing.'}</span>
      <span className={classes.soft}>{how(reply)}</span>
    </div>
  )
}

export function how({ said, afterMs, heard, curt }: MomentReply): string {
  const parts = [
    afterMs !== null && (afterMs < 0 ? 'spoken over the caller' : `after ${inSeconds(afterMs)}`),
    said !== null && (heard === null ? 'the feeling was not taken up' : `took the feeling up: “${heard}”`),
    curt.length > 0 && `curt: ${curt.map((words) => `“${words}”`).join(', ')}`,
  ].filter(Boolean)
  return parts.join('; ')
}
