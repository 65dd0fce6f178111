import { Kbd, Modal } from '@mantine/core'
import classes from './ShortcutsDialog.module.css'

const keys = [
  ['Space', 'mute, and unmute'],
  ['T', 'type a line; Esc leaves it again'],
  ['H', 'ask for a hint'],
  ['P', 'put the patient on hold, and take off hold'],
  ['Q', 'quiet mode: no cues, and cues again'],
  ['L', 'how fast each turn was'],
  ['Esc, Esc', 'end the call'],
  ['?', 'these keys'],
] as const

export function ShortcutsDialog({ opened, close }: { opened: boolean; close: () => void }) {
  return (
    <Modal opened={opened} onClose={close} title="Keys" transitionProps={{ duration: 120 }} closeButtonProps={{ 'aria-label': 'Close' }} centered>
      <dl className={classes.keys}>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
