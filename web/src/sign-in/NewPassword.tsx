import { PasswordInput } from '@mantine/core'

/** A password being chosen; the rules are the server's. */
export function NewPassword({ value, onChange }: { value: string; onChange: (password: string) => void }) {
  return (
    <PasswordInput
      label="Password"
      description="At least 12 characters. Three or four words are good."
      size="md"
      required
      withAsterisk={false}
      minLength={12}
      maxLength={256}
      autoComplete="new-password"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0, 'aria-hidden': false }}
    />
  )
}
