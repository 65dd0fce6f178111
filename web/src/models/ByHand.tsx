import type { ModelList } from '@/api/types'
import { Panel } from '@/ui/Panel'
import classes from './ModelsPage.module.css'

/** For machines without internet, or behind a filter that does not let models through. */
export function ByHand({ list }: { list: ModelList }) {
  const missing = list.models.filter((model) => model.standing.stage !== 'installed')
  if (missing.length === 0) return null
  return (
    <div id="by-hand" className={classes.byHand} tabIndex={-1}>
      <Panel title="Without internet: bring the files by hand">
        <ol className={classes.steps}>
          <li>Fetch the file on a machine that has internet, from the address below.</li>
          <li>
            Copy it under the same name into <code>{list.folder}</code> on the server
            {list.offeredFolder === null ? (
              <>
                , or set the environment variable <code>REALTIME_MODELS</code> to a folder where it lies and start the server again.
              </>
            ) : (
              <>
                , or into <code>{list.offeredFolder}</code> (REALTIME_MODELS), which is only read.
              </>
            )}
          </li>
          <li>It shows here within some seconds, is checked by itself, and then used.</li>
        </ol>
        <dl className={classes.files}>
          {missing.map((model) => (
            <div key={model.name}>
              <dt>{model.file}</dt>
              <dd>
                <a href={model.url} className={classes.link}>
                  {model.url}
                </a>
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
    </div>
  )
}
