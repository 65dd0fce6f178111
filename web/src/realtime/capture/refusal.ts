/** Why there is no microphone. */
export type RefusalKind = 'denied' | 'dismissed' | 'deniedBySystem' | 'none' | 'busy' | 'insecure' | 'unsupported' | 'unknown'

export class MicrophoneRefusal extends Error {
  readonly kind: RefusalKind

  constructor(kind: RefusalKind, cause?: unknown) {
    super(kind, { cause })
    this.name = 'MicrophoneRefusal'
    this.kind = kind
  }
}

/** Browsers say why in an error's name and, for a refusal, only in its wording or through the permission itself. */
export function refusalOf(error: unknown, permission: PermissionState | null): MicrophoneRefusal {
  if (error instanceof MicrophoneRefusal) return error
  const { name, message } = error instanceof Error ? error : { name: '', message: '' }
  return new MicrophoneRefusal(kindOf(name, message, permission), error)
}

function kindOf(name: string, message: string, permission: PermissionState | null): RefusalKind {
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      if (/system/i.test(message)) return 'deniedBySystem'
      if (/dismiss/i.test(message) || permission === 'prompt') return 'dismissed'
      return 'denied'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none'
    case 'NotReadableError':
    case 'AbortError':
      return 'busy'
    default:
      return 'unknown'
  }
}

/** What stands in the way before the browser is even asked. */
export function obstacle(): RefusalKind | null {
  if (!window.isSecureContext) return 'insecure'
  if (!navigator.mediaDevices?.getUserMedia || !('AudioWorkletNode' in window)) return 'unsupported'
  return null
}

export async function microphonePermission(): Promise<PermissionState | null> {
  try {
    return (await navigator.permissions.query({ name: 'microphone' as PermissionName })).state
  } catch {
    // Some browsers have no such permission to ask for; then nothing is known.
    return null
  }
}
