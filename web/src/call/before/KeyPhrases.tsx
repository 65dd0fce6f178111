import { Accordion } from '@mantine/core'
import type { ScenarioBriefing } from '@/api/types'
import { count } from '@/ui/format'
import classes from './KeyPhrases.module.css'

/** The script's phrases, phase by phase; the meaning counts, not the letter. */
export function KeyPhrases({ phases }: { phases: ScenarioBriefing['phases'] }) {
  return (
    <section aria-labelledby="key-phrases">
      <h2 id="key-phrases" className={classes.title}>
        Phrases that help
      </h2>
      <p className={classes.intro}>Nobody counts words: saying the same in your own way is as good.</p>
      <Accordion variant="separated" order={3} multiple classNames={{ item: classes.item }}>
        {phases.map(({ id, title, keyPhrases }) => (
          <Accordion.Item key={id} value={id}>
            <Accordion.Control>
              <span className={classes.phase}>{title}</span> <span className={classes.count}>{count(keyPhrases.length, 'phrase')}</span>
            </Accordion.Control>
            <Accordion.Panel>
              <ul className={classes.phrases}>
                {keyPhrases.map((phrase) => (
                  <li key={phrase.id}>{phrase.phrase}</li>
                ))}
              </ul>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </section>
  )
}
