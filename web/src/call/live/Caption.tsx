import classes from './Speaker.module.css'

/** Somebody's last words. Long ones show their end, where the eye is needed. */
export function Caption({ text, partial, cutOff }: { text: string; partial: boolean; cutOff: boolean }) {
  return (
    <p className={classes.caption} data-partial={partial || undefined} dir="auto">
      {text}
      {partial && '…'}
      {cutOff && <span className={classes.cut}> (cut off here)</span>}
    </p>
  )
}
