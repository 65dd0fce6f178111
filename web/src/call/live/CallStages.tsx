import { Button } from '@mantine/core'
import { IconDeviceLaptop, IconPhone, IconPlugConnectedX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { rememberedDevices, isTyped } from '@/realtime/devicePreference'
import type { CallProblem } from '@/realtime/hub/callProblem'
import type { LiveCall } from '@/realtime/session/LiveCall'
import { LinkButton } from '@/ui/LinkButton'
import { useScoreAsItStands } from '@/ui/useScoreAsItStands'
import { problemWords } from '../callWords'
import classes from './CallStages.module.css'

/** Another window of this person has the call. */
export function CallElsewhere({ takeOver }: { takeOver: () => void }) {
  return (
    <Stage icon={<IconDeviceLaptop size={40} stroke={1.4} aria-hidden />} title="This call goes on in another window.">
      <p>Close this one, or take the call over here. The other window will fall silent.</p>
      <div className={classes.ways}>
        <Button onClick={takeOver}>Take it over here</Button>
        <LinkButton to="/" variant="default">
          To the lobby
        </LinkButton>
      </div>
    </Stage>
  )
}

/** The call broke off and can go on from its log. */
export function CallInterrupted({ call, callId }: { call: LiveCall; callId: string }) {
  const score = useScoreAsItStands()
  const goOn = async () => {
    void call.allowSound()
    if (!isTyped(callId)) void call.microphone.open(rememberedDevices().microphoneId)
    await call.goOn()
  }
  return (
    <Stage icon={<IconPhone size={40} stroke={1.4} aria-hidden />} title="This call broke off.">
      <p>Nothing that was said is lost. The patient will pick up where you stopped.</p>
      <div className={classes.ways}>
        <Button onClick={() => void goOn()}>Continue the call</Button>
        <Button variant="default" loading={score.isPending} onClick={() => score.mutate(callId)}>
          Score it as it stands
        </Button>
      </div>
    </Stage>
  )
}

/** No way to the call. */
export function CallFailed({ problem, callId, retry }: { problem: CallProblem; callId: string; retry: () => void }) {
  const { title, whatToDo } = problemWords(problem)
  const canRetry = problem.code === 'serverGone' || problem.code === 'unexpected'
  return (
    <Stage icon={<IconPlugConnectedX size={40} stroke={1.4} aria-hidden />} title={title}>
      <p>{whatToDo}</p>
      <div className={classes.ways}>
        {canRetry && <Button onClick={retry}>Try again</Button>}
        {problem.code === 'callEnded' && <LinkButton to={`/calls/${callId}`}>Read the debrief</LinkButton>}
        {problem.code === 'notSignedIn' && <LinkButton to={`/sign-in?to=${encodeURIComponent(`/call/${callId}`)}`}>Sign in</LinkButton>}
        <LinkButton to="/" variant="default">
          To the lobby
        </LinkButton>
      </div>
    </Stage>
  )
}

export function Stage({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <main className={classes.stage} id="main">
      <span className={classes.icon}>{icon}</span>
      <h1 className={classes.title}>{title}</h1>
      {children}
    </main>
  )
}
