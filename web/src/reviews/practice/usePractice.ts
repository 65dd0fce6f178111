import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import { queries } from '@/api/queries'
import type { MomentPractice, PracticeDraft } from '@/api/types'

/** What a coach does with a practice call that is made from a moment; each answer is the practice call as it is then. */
export function usePractice(reviewId: string, practiceId: string) {
  const client = useQueryClient()
  const path = { id: reviewId, practiceId }
  const onSuccess = async (practice?: MomentPractice) => {
    const { queryKey } = queries.practice(reviewId, practiceId)
    if (practice) client.setQueryData(queryKey, practice)
    await client.invalidateQueries({ queryKey: ['practices', reviewId], exact: true })
    await client.invalidateQueries({ queryKey: queries.scenarios().queryKey })
  }
  const save = useMutation({
    mutationFn: async (sent: { draft: PracticeDraft; checked: boolean }) => body(await api.PUT('/api/reviews/{id}/practices/{practiceId}', { params: { path }, body: sent })),
    onSuccess,
  })
  const assign = useMutation({
    mutationFn: async (sent: { personId: string; dueAt: string | null }) => body(await api.POST('/api/reviews/{id}/practices/{practiceId}/assignments', { params: { path }, body: sent })),
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: async () => {
      await api.DELETE('/api/reviews/{id}/practices/{practiceId}', { params: { path } })
    },
    onSuccess: () => onSuccess(),
  })
  return { save, assign, remove }
}
