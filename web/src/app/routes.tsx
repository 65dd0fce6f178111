import type { ComponentType } from 'react'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { Loading } from '@/ui/Loading'
import { NotFoundPage } from './NotFoundPage'
import { PageFailed } from './PageFailed'
import { RequireSession } from './RequireSession'
import { Root } from './Root'
import { Shell } from './Shell'

type PageModule = { default: ComponentType }

const page = (load: () => Promise<PageModule>): Pick<RouteObject, 'lazy' | 'errorElement'> => ({
  lazy: async () => ({ Component: (await load()).default }),
  errorElement: <PageFailed />,
})

/** Every page is its own chunk; the shell is small and comes first. */
export const routes: RouteObject[] = [
  {
    element: <Root />,
    errorElement: <PageFailed />,
    hydrateFallbackElement: <Loading />,
    children: [
      { path: '/sign-in', ...page(() => import('@/sign-in/SignInPage')) },
      { path: '/setup', ...page(() => import('@/sign-in/SetUpPage')) },
      { path: '/invitation', ...page(() => import('@/sign-in/InvitationPage')) },
      {
        element: <RequireSession />,
        children: [
          // The call has the whole window: nothing beside it that could draw the eye.
          { path: '/call/:callId', ...page(() => import('@/call/CallPage')) },
          // On paper there is nothing beside it.
          { path: '/reviews/:reviewId/print', ...page(() => import('@/reviews/print/PrintReviewPage')) },
          // A supervisor in a call hears and reads; that takes the whole window too.
          { path: '/wallboard/:callId', ...page(() => import('@/supervision/listen/ListenPage')) },
          {
            element: <Shell />,
            children: [
              { path: '/', ...page(() => import('@/lobby/LobbyPage')) },
              { path: '/scenarios/:id', ...page(() => import('@/call/BeforeCallPage')) },
              { path: '/calls/:callId', ...page(() => import('@/debrief/DebriefPage')) },
              { path: '/history', ...page(() => import('@/history/HistoryPage')) },
              { path: '/wallboard', ...page(() => import('@/supervision/wallboard/WallboardPage')) },
              { path: '/supervision', ...page(() => import('@/supervision/audit/SupervisionPage')) },
              { path: '/reviews', ...page(() => import('@/reviews/ReviewsPage')) },
              { path: '/reviews/find', ...page(() => import('@/reviews/search/SearchPage')) },
              { path: '/reviews/:reviewId', ...page(() => import('@/reviews/reading/ReadReviewPage')) },
              { path: '/reviews/calibrations/:calibrationId', ...page(() => import('@/reviews/calibrate/CalibrationPage')) },
              { path: '/reviews/:reviewId/practices/:practiceId', ...page(() => import('@/reviews/practice/PracticePage')) },
              { path: '/my-reviews', ...page(() => import('@/my-reviews/MyReviewsPage')) },
              { path: '/my-reviews/:reviewId', ...page(() => import('@/my-reviews/MyReviewPage')) },
              { path: '/people', ...page(() => import('@/people/PeoplePage')) },
              { path: '/engines', ...page(() => import('@/engines/EnginesPage')) },
              { path: '/models', ...page(() => import('@/models/ModelsPage')) },
              { path: '*', element: <NotFoundPage /> },
            ],
          },
        ],
      },
    ],
  },
]

export const makeRouter = () => createBrowserRouter(routes)
