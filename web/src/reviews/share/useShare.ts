import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import { queries } from '@/api/queries'
import type { ShareReview } from '@/api/types'

/** Lets the member of staff read a call, or takes it back. */
export function useShare(reviewId: string) {
  const client = useQueryClient()
  const { queryKey } = queries.share(reviewId)
  const path = { id: reviewId }
  const share = useMutation({
    mutationFn: async (request: ShareReview) => body(await api.PUT('/api/reviews/{id}/share', { params: { path }, body: request })),
    onSuccess: (sharing) => client.setQueryData(queryKey, sharing),
  })
  const takeBack = useMutation({
    mutationFn: async () => {
      await api.DELETE('/api/reviews/{id}/share', { params: { path } })
    },
    onSuccess: () => client.setQueryData(queryKey, { share: null }),
  })
  return { share, takeBack }
}
