import type { PracticeRole } from '@/api/types'

/** The trainee's role, as it stands in a sentence. */
export const practiceRole: Record<PracticeRole, string> = {
  owner: 'the owner of the practice',
  admin: 'the practice administrator',
  provider: 'a provider',
  staff: 'front desk staff',
  biller: 'a biller',
}

interface ProblemWords {
  title: string
  whatToDo: string
}

const known: Record<string, ProblemWords> = {
  scenarioNotFound: { title: 'This scenario is not there any more.', whatToDo: 'Choose another one in the lobby.' },
  callRunning: { title: 'You are in another call.', whatToDo: 'Go back to it, or end it there first.' },
  tooManyCalls: { title: 'All lines are taken.', whatToDo: 'This server carries as many calls as it can without making anybody wait. Try again in a minute.' },
  callNotFound: { title: 'There is no such call.', whatToDo: 'It may be another person’s, or the address was typed wrongly. Your own calls are in the history.' },
  forbidden: { title: 'This call is not yours.', whatToDo: 'Your own calls are in the history.' },
  notYourCall: { title: 'This call is not yours.', whatToDo: 'Your own calls are in the history.' },
  notSignedIn: { title: 'You are not signed in any more.', whatToDo: 'Sign in again; your call can be continued from the lobby.' },
  callEnded: { title: 'This call is over.', whatToDo: 'Its debrief is ready.' },
  textTooLong: { title: 'That line is too long.', whatToDo: 'Say it in at most 1,000 characters.' },
  serverGone: { title: 'The server does not answer.', whatToDo: 'Check your network, then try again. What was said so far is kept on the server.' },
}

/** What happened and what to do, for a problem of the hub; its own words where there are none better. */
export function problemWords({ code, message }: { code: string; message: string }): ProblemWords {
  return known[code] ?? { title: message || 'Something went wrong.', whatToDo: 'Try again. If it stays so, tell your administrator.' }
}
