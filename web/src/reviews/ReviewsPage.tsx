import { useIsIn } from '@/app/useSessionUser'
import { LinkButton } from '@/ui/LinkButton'
import { Note } from '@/ui/Note'
import { Page } from '@/ui/Page'
import { DueActions } from './actions/DueActions'
import { DisputesPanel } from './answers/DisputesPanel'
import { CalibrationNews } from './calibrate/CalibrationNews'
import { CalibrationsPanel } from './calibrate/CalibrationsPanel'
import { AgreementPanel } from './judge/AgreementPanel'
import { ReviewList } from './list/ReviewList'
import { RetentionPanel } from './retention/RetentionPanel'
import { UploadPanel } from './upload/UploadPanel'
import classes from './ReviewsPage.module.css'

export default function ReviewsPage() {
  const mayReview = useMayReview()
  return (
    <Page title="Recorded calls" tabTitle="Reviews" intro="Real calls, heard as practice calls are.">
      {mayReview ? (
        <div className={classes.parts}>
          <div>
            <LinkButton to="/reviews/find">Find in what was said</LinkButton>
          </div>
          <UploadPanel />
          <CalibrationNews />
          <DisputesPanel />
          <ReviewList />
          <DueActions />
          <CalibrationsPanel />
          <AgreementPanel />
          <RetentionPanel />
        </div>
      ) : (
        <Note>Only coaches and administrators may see recorded calls.</Note>
      )}
    </Page>
  )
}

function useMayReview(): boolean {
  const coach = useIsIn('coach')
  const administrator = useIsIn('administrator')
  return coach || administrator
}
