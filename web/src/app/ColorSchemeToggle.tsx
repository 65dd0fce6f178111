import { ActionIcon, Tooltip, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'

const order = ['auto', 'light', 'dark'] as const
const looks = {
  auto: { icon: IconDeviceDesktop, name: 'like your system' },
  light: { icon: IconSun, name: 'light' },
  dark: { icon: IconMoon, name: 'dark' },
}

export function ColorSchemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const next = order[(order.indexOf(colorScheme) + 1) % order.length] ?? 'auto'
  const { icon: Icon, name } = looks[colorScheme]
  const label = `Colours: ${name}. Change to ${looks[next].name}.`
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size="lg" radius="xl" aria-label={label} onClick={() => setColorScheme(next)}>
        <Icon size={20} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
