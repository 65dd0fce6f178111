import type { RefusalKind } from '@/realtime/capture/refusal'

export type BrowserKind = 'chrome' | 'edge' | 'firefox' | 'safari' | 'other'

export interface Cure {
  title: string
  steps: string[]
  /** Trying again can help without leaving the page. */
  retry: boolean
}

export function browserKind(userAgent: string): BrowserKind {
  if (/Edg\//.test(userAgent)) return 'edge'
  if (/Firefox\//.test(userAgent)) return 'firefox'
  if (/Chrome\/|Chromium\/|CriOS\//.test(userAgent)) return 'chrome'
  return /Safari\//.test(userAgent) ? 'safari' : 'other'
}

const allowAgain: Record<BrowserKind, string[]> = {
  chrome: [
    'Click the icon to the left of the address (sliders or a lock).',
    'Switch “Microphone” on, or choose “Reset permission”.',
    'Load the page again.',
  ],
  edge: ['Click the lock to the left of the address.', 'Set “Microphone” to “Allow”.', 'Load the page again.'],
  firefox: [
    'Click the crossed-out microphone to the left of the address.',
    'Click the × beside “Blocked” at “Use the microphone”.',
    'Press “Try again” here and choose “Allow”.',
  ],
  safari: ['Open the Safari menu, “Settings for this website…”.', 'Set “Microphone” to “Allow”.', 'Load the page again.'],
  other: ['Open your browser’s settings for this page.', 'Allow the microphone.', 'Load the page again.'],
}

/** What to do about a microphone that is not to be had, in the words of the browser at hand. */
export function cureFor(refusal: RefusalKind, browser: BrowserKind, address: string): Cure {
  switch (refusal) {
    case 'denied':
      return { title: 'Your browser does not let this page use the microphone.', steps: allowAgain[browser], retry: true }
    case 'dismissed':
      return {
        title: 'The question about the microphone was closed without an answer.',
        steps: [`Press “Try again” and choose ${browser === 'chrome' || browser === 'edge' ? '“Allow while visiting the site”' : '“Allow”'}.`],
        retry: true,
      }
    case 'deniedBySystem':
      return {
        title: 'Your computer does not let the browser use the microphone.',
        steps: [
          'Windows: Settings, Privacy & security, Microphone: switch it on, also for desktop apps.',
          'Mac: System Settings, Privacy & Security, Microphone: switch your browser on, then start it again.',
        ],
        retry: true,
      }
    case 'none':
      return {
        title: 'There is no microphone on this computer.',
        steps: ['Plug a headset or a microphone in.', 'If it is a wireless one, switch it on and connect it in your system’s settings.'],
        retry: true,
      }
    case 'busy':
      return {
        title: 'Another program is using the microphone.',
        steps: ['Close meetings and recorders that may be holding it (Teams, Zoom, a second browser).', 'Unplug the headset and plug it in again.'],
        retry: true,
      }
    case 'insecure':
      return {
        title: 'Browsers give the microphone to secure pages only.',
        steps: [`Open this page as https://${address}, or as http://localhost on the computer that runs the server.`, 'If there is no https address, ask your administrator for one.'],
        retry: false,
      }
    case 'unsupported':
      return {
        title: 'This browser is too old to use the microphone here.',
        steps: ['Use a current Chrome, Edge, Firefox or Safari.'],
        retry: false,
      }
    case 'unknown':
      return {
        title: 'The microphone could not be opened.',
        steps: ['Unplug it and plug it in again.', 'If that does not help, start the browser again.'],
        retry: true,
      }
  }
}
