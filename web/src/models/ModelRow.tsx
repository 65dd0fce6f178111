import { IconAlertCircle, IconCircleCheckFilled, IconStarFilled } from '@tabler/icons-react'
import type { ModelInfo } from '@/api/types'
import { fileSize, memorySize } from '@/ui/format'
import { Note } from '@/ui/Note'
import { ProblemNote } from '@/ui/ProblemNote'
import { ModelButtons } from './ModelButtons'
import { ModelProgress } from './ModelProgress'
import classes from './ModelsPage.module.css'
import { languageWords, stageWords, standingOf } from './modelWords'
import { useModelActions } from './useModelActions'

/** One model: what it is, whether it suits this machine, how it stands, and what can be done. */
export function ModelRow({ model }: { model: ModelInfo }) {
  const { name, standing, licence } = model
  const action = useModelActions(name)
  const { stage } = standing
  const isTrouble = stage === 'failed' || stage === 'damaged'
  const says = standingOf(model)
  return (
    <li className={classes.model} aria-label={name}>
      <div className={classes.head}>
        <h3 className={classes.name}>{name}</h3>
        <span className={classes.stage} role="status">
          {stage === 'installed' && <IconCircleCheckFilled size={16} aria-hidden className={classes.mark} />}
          <span className={classes.only}>{name}: </span>
          {stageWords[stage]}
        </span>
        {model.recommended && (
          <span className={classes.recommended}>
            <IconStarFilled size={14} aria-hidden />
            recommended here
          </span>
        )}
        {!model.fits && <span className={classes.stage}>does not fit</span>}
      </div>
      <p className={classes.text}>{model.goodFor}</p>
      <p className={classes.soft}>
        {fileSize(model.bytes)}, needs {memorySize(model.memoryMiB)} of memory, {languageWords(model.languages)}, licence{' '}
        <a href={licence.url} target="_blank" rel="noreferrer" className={classes.link}>
          {licence.name}
        </a>
        {licence.mustAccept && ', which has to be accepted'}
      </p>
      {!model.recommended && !model.why.endsWith(model.goodFor) && <p className={classes.soft}>{model.why}</p>}
      <ModelProgress model={model} />
      {says !== null && !isTrouble && <p className={classes.soft}>{says}</p>}
      {isTrouble && (
        <Note icon={<IconAlertCircle size={22} aria-hidden />} role="alert">
          <span>{says}</span>
          {standing.code !== 'diskFull' && (
            <a href="#by-hand" className={classes.link}>
              How to bring the file by hand
            </a>
          )}
        </Note>
      )}
      {action.isError && <ProblemNote problem={action.error} />}
      <ModelButtons model={model} act={action.mutate} acting={action.isPending ? action.variables : null} />
    </li>
  )
}
