import { useMutation } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { Difficulty } from '@/api/types'
import { rememberedDevices, rememberTyped } from '@/realtime/devicePreference'
import type { CallProblem } from '@/realtime/hub/callProblem'
import { keepCall } from '@/realtime/session/currentCall'
import { makeCall } from '@/realtime/session/makeCall'
import type { OwnMicrophone } from './useOwnMicrophone'

interface Request {
  difficulty: Difficulty
  /** By typing: the microphone is closed. */
  typed: boolean
}

/** Places the call and goes to its page. The microphone goes along; it comes back when the server will not. */
export function useStartCall(scenarioId: string, own: OwnMicrophone) {
  const navigate = useNavigate()
  return useMutation<string, CallProblem, Request>({
    mutationFn: async ({ difficulty, typed }) => {
      const microphone = own.handOver()
      if (typed) microphone.close()
      const call = makeCall(microphone, rememberedDevices().loudspeakerId)
      try {
        const callId = await call.place({ scenarioId, difficulty, seed: null, voice: !typed })
        if (typed) rememberTyped(callId)
        keepCall(callId, call)
        await navigate(`/call/${callId}`)
        return callId
      } catch (error) {
        call.dispose()
        own.takeBack(!typed)
        throw error
      }
    },
  })
}
