import { Group, Switch } from '@mantine/core'
import type { ListeningWays } from './useListening'

/** How one listens, for the mouse; each has a key too. */
export function ListeningSwitches({ skips, setSkips, repeats, setRepeats }: ListeningWays) {
  return (
    <Group gap="lg">
      <Switch label="Skip silence" checked={skips} onChange={(event) => setSkips(event.currentTarget.checked)} />
      <Switch label="Repeat the line" checked={repeats} onChange={(event) => setRepeats(event.currentTarget.checked)} />
    </Group>
  )
}
