import { IconCircleCheck, IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react'
import type { Connection } from '@/realtime/session/connectionMachine'
import type { PathView } from '@/realtime/webrtc/pathView'
import classes from './CallHeader.module.css'
import { pathWords } from './pathWords'

const looks = {
  connecting: { icon: IconPlugConnected, text: 'Connecting', bad: undefined },
  connected: { icon: IconCircleCheck, text: 'Connected', bad: undefined },
  reconnecting: { icon: IconPlugConnectedX, text: 'Reconnecting', bad: true },
  elsewhere: { icon: IconPlugConnectedX, text: 'In another window', bad: true },
  failed: { icon: IconPlugConnectedX, text: 'Not connected', bad: true },
}

/** Whether the call is connected, and by which path its sound travels. */
export function ConnectionBadge({ connection, path }: { connection: Connection; path: PathView }) {
  const { icon: Icon, text, bad } = looks[connection.is]
  const { short, long } = pathWords(path)
  const connected = connection.is === 'connected'
  return (
    <span className={classes.badge} data-bad={bad} title={connected ? long : text}>
      <Icon size={18} aria-hidden />
      <span className={classes.badgeText}>{connected ? `${text} · ${short}` : text}</span>
    </span>
  )
}
