import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useRef, useState, type FormEvent } from 'react'
import { api, body } from '@/api/client'
import { asProblem } from '@/api/problem'
import { clock } from '@/ui/format'
import { Note } from '@/ui/Note'
import { ProblemNote } from '@/ui/ProblemNote'
import { useEnter } from './useEnter'
import { useCountdown } from './useCountdown'

export function SignInForm() {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const passwordField = useRef<HTMLInputElement>(null)
  const signIn = useEnter(async (input: { email: string; password: string }) => body(await api.POST('/api/session', { body: input })))
  const problem = signIn.error && asProblem(signIn.error)
  const isLocked = problem?.code === 'lockedOut'
  const [secondsLeft, countDown] = useCountdown()
  const isWrong = problem?.code === 'wrongPassword'

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const onError = (error: unknown) => {
      countDown(asProblem(error).retryAfterSeconds ?? 0)
      passwordField.current?.select()
    }
    signIn.mutate({ email: email.trim(), password }, { onError })
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput label="E-mail address" type="email" size="md" autoComplete="username" required withAsterisk={false} value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
        <PasswordInput
          ref={passwordField}
          label="Password"
          size="md"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0, 'aria-hidden': false }}
          aria-invalid={isWrong}
        />
        {isLocked && (
          <Note role="alert">
            <strong>Too many wrong passwords.</strong>
            {problem.retryAfterSeconds === undefined ? (
              <span>This account is locked for a while. Wait, or ask your administrator.</span>
            ) : secondsLeft > 0 ? (
              // Not announced again with every second.
              <span>
                You can try again in <span aria-live="off">{clock(secondsLeft * 1000)}</span>.
              </span>
            ) : (
              <span>You can try again now.</span>
            )}
          </Note>
        )}
        {isWrong && (
          <Note role="alert">
            <strong>E-mail address or password is wrong.</strong>
            <span>Check both and try again. Your administrator can give you a new password.</span>
          </Note>
        )}
        {problem && !isLocked && !isWrong && <ProblemNote problem={problem} />}
        <Button type="submit" size="md" loading={signIn.isPending} disabled={isLocked && secondsLeft > 0}>
          Sign in
        </Button>
      </Stack>
    </form>
  )
}
