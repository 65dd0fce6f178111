import { Button, Popover } from '@mantine/core'
import classes from './ListeningKeys.module.css'
import { listeningKeys } from './useListeningKeys'

export function ListeningKeys() {
  return (
    <Popover position="bottom-end" withinPortal trapFocus={false}>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle">
          Keys
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <dl className={classes.keys}>
          {listeningKeys.map(([key, what]) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  )
}
