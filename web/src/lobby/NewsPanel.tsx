import { LinkButton } from '@/ui/LinkButton'
import { Panel } from '@/ui/Panel'
import classes from './UnfinishedCalls.module.css'

interface NewsPanelProps {
  title: string
  /** A sentence each. */
  news: readonly string[]
  /** What they are news of, for those who do not see the title above them. */
  label: string
  to: string
  way: string
}

/** What is new somewhere else, and the way there; nothing where nothing is. */
export function NewsPanel({ title, news, label, to, way }: NewsPanelProps) {
  if (news.length === 0) return null
  return (
    <Panel title={title} tone="honey">
      <div className={classes.call}>
        <ul className={classes.list} aria-label={label}>
          {news.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <LinkButton to={to}>{way}</LinkButton>
      </div>
    </Panel>
  )
}
