import { useRouteError } from 'react-router'
import { asProblem } from '@/api/problem'
import { ProblemPage } from '@/ui/ProblemPage'

/** What a page shows that broke while it was drawn, or whose script could not be loaded (a new version was installed). */
export function PageFailed() {
  const problem = asProblem(useRouteError())
  return <ProblemPage problem={problem} retry={() => window.location.reload()} />
}
