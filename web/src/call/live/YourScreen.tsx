import classes from './YourScreen.module.css'

/** What the trainee was told before the call, to look things up in while talking. */
export function YourScreen({ situation }: { situation: string }) {
  return (
    <details className={classes.screen}>
      <summary className={classes.title}>What your screen shows</summary>
      <p className={classes.text}>{situation}</p>
    </details>
  )
}
