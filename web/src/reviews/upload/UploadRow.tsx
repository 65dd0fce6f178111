import { Button, Progress } from '@mantine/core'
import { Link } from 'react-router'
import { fileSize, percent } from '@/ui/format'
import classes from './UploadRow.module.css'
import type { Upload } from './useUploads'

const said = ({ state, receivedBytes, file, problem }: Upload) => {
  if (state === 'waiting') return 'Waits for the one before'
  if (state === 'sending') return `${fileSize(receivedBytes)} of ${fileSize(file.size)} sent`
  if (state === 'done') return 'Uploaded; it is in the list below'
  return [problem?.title, problem?.detail].filter(Boolean).join(' ')
}

/** One file on its way. */
export function UploadRow({ upload, drop, again }: { upload: Upload; drop: () => void; again: () => void }) {
  const { file, state, receivedBytes, reviewId } = upload
  const share = file.size === 0 ? 0 : receivedBytes / file.size
  return (
    <li className={classes.row} data-state={state}>
      <div className={classes.what}>
        {state === 'done' && reviewId ? <Link to={`/reviews/${reviewId}`} className={classes.name}>{file.name}</Link> : <span className={classes.name}>{file.name}</span>}
        <span role={state === 'failed' ? 'alert' : undefined} className={classes.said}>
          {said(upload)}
        </span>
      </div>
      {state === 'sending' && <Progress value={share * 100} aria-label={`${file.name}: ${percent(share)} sent`} className={classes.bar} />}
      <div className={classes.ways}>
        {state === 'failed' && (
          <Button size="xs" variant="default" onClick={again}>
            Try again
          </Button>
        )}
        {state !== 'done' && (
          <Button size="xs" variant="subtle" onClick={drop} aria-label={`${state === 'failed' ? 'Dismiss' : 'Stop'} ${file.name}`}>
            {state === 'failed' ? 'Dismiss' : 'Stop'}
          </Button>
        )}
      </div>
    </li>
  )
}
