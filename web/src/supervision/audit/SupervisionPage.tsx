import { useIsIn } from '@/app/useSessionUser'
import { Note } from '@/ui/Note'
import { Page } from '@/ui/Page'
import { AuditTable } from './AuditTable'
import { PolicySwitch } from './PolicySwitch'
import classes from './SupervisionPage.module.css'

export default function SupervisionPage() {
  const isAdministrator = useIsIn('administrator')
  return (
    <Page title="Supervision" intro="Who listened in, how, and for how long; and what trainees are shown of it.">
      {isAdministrator ? (
        <div className={classes.parts}>
          <PolicySwitch />
          <AuditTable />
        </div>
      ) : (
        <Note>Only an administrator may see this page.</Note>
      )}
    </Page>
  )
}
