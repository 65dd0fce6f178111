import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ReviewShare } from '@/api/types'
import { when } from '@/ui/format'
import { ProblemNote } from '@/ui/ProblemNote'
import { SharedWords } from './SharedWords'
import classes from './SharePanel.module.css'
import { useShare } from './useShare'

interface Props {
  reviewId: string
  share: ReviewShare
  play: (atMs: number) => void
  /** Absent for coaches who did not share it. */
  change: (() => void) | undefined
}

/** By whom, since when, whether it was looked at, and what goes along. */
export function SharedAlready({ reviewId, share, play, change }: Props) {
  const [asked, setAsked] = useState(false)
  const { takeBack } = useShare(reviewId)
  return (
    <>
      <p className={classes.soft}>
        By {share.sharedBy}, {when(share.sharedAt)}. {share.seenAt ? `Looked at ${when(share.seenAt)}.` : 'Not looked at yet.'}
      </p>
      {share.words ? <SharedWords words={share.words} play={play} /> : <p className={classes.soft}>What goes along is shown when you have handed in your own judgement, so that coaches judge without each other.</p>}
      {takeBack.isError && <ProblemNote problem={takeBack.error} />}
      <div className={classes.ways}>
        {change && (
          <Button variant="default" onClick={change}>
            Change what goes along
          </Button>
        )}
        {asked ? (
          <>
            <Button loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
              Take it back from {share.staffName}
            </Button>
            <Button variant="subtle" onClick={() => setAsked(false)}>
              Keep it shared
            </Button>
          </>
        ) : (
          <Button variant="subtle" onClick={() => setAsked(true)}>
            Take it back
          </Button>
        )}
      </div>
    </>
  )
}
