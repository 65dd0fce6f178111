import { IconCircleCheck, IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react'
import type { Connection } from '@/realtime/session/connectionMachine'
import classes from './CallHeader.module.css'

const looks = {
  connecting: { icon: IconPlugConnected, text: 'Connecting', bad: undefined },
  connected: { icon: IconCircleCheck, text: 'Connected', bad: undefined },
  reconnecting: { icon: IconPlugConnectedX, text: 'Reconnecting', bad: true },
  elsewhere: { icon: IconPlugConnectedX, text: 'In another window', bad: true },
  failed: { icon: IconPlugConnectedX, text: 'Not connected', bad: true },
}

export function ConnectionBadge({ connection }: { connection: Connection }) {
  const { icon: Icon, text, bad } = looks[connection.is]
  return (
    <span className={classes.badge} data-bad={bad} title={text}>
      <Icon size={18} aria-hidden />
      <span className={classes.badgeText}>{text}</span>
    </span>
  )
}
