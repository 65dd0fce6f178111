import { Button, Group, Popover, Text } from '@mantine/core'
import { IconPhoneOff } from '@tabler/icons-react'
import { useState } from 'react'
import classes from './CallControls.module.css'

/** Ends the call after a second thought; while it rings there is nothing to lose. */
export function EndButton({ sure, end }: { sure: boolean; end: () => void }) {
  const [asking, setAsking] = useState(false)
  return (
    <Popover opened={asking} onChange={setAsking} position="top-end" trapFocus returnFocus withArrow>
      <Popover.Target>
        <Button className={classes.end} color="red.9" leftSection={<IconPhoneOff size={20} aria-hidden />} onClick={() => (sure ? end() : setAsking(!asking))}>
          End
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label="End the call?">
        <Text mb="sm">End the call and read the debrief?</Text>
        <Group gap="sm">
          <Button color="red.9" onClick={end}>
            End it
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            Keep talking
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}
