import classes from './Speaker.module.css'

const bars = {
  speaking: ['M13 15v10', 'M20 10v20', 'M27 14v12'],
  silent: ['M13 20v0.01', 'M20 20v0.01', 'M27 20v0.01'],
}

/** A voice: a circle for the patient, a square for the trainee; bars while it sounds, dots while it does not. It stands still. */
export function VoiceShape({ party, speaking }: { party: 'patient' | 'trainee' | 'supervisor'; speaking: boolean }) {
  return (
    <svg className={classes.shape} width="40" height="40" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect className={classes.ground} width="40" height="40" rx={party === 'patient' ? 20 : 9} />
      {bars[speaking ? 'speaking' : 'silent'].map((path) => (
        <path key={path} className={classes.bars} d={path} />
      ))}
    </svg>
  )
}
