import { Switch } from '@mantine/core'

export function SkipSilence({ on, change }: { on: boolean; change: (on: boolean) => void }) {
  return <Switch label="Skip silence" checked={on} onChange={(event) => change(event.currentTarget.checked)} />
}
