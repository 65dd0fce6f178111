import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import type { ImprovementAction, SetAction } from '@/api/types'

/** What a coach does with what others shall practise. */
export function useActions() {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: ['review-actions'] })
  const set = useMutation({
    mutationFn: async ({ reviewId, ...action }: SetAction & { reviewId: string }) => body(await api.POST('/api/reviews/{id}/actions', { params: { path: { id: reviewId } }, body: action })),
    onSuccess,
  })
  const change = useMutation({
    mutationFn: async ({ id, what, dueAt, done }: Pick<ImprovementAction, 'id' | 'what' | 'dueAt'> & { done: boolean }) =>
      body(await api.PUT('/api/reviews/actions/{actionId}', { params: { path: { actionId: id } }, body: { what, dueAt, done } })),
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: async (actionId: string) => {
      await api.DELETE('/api/reviews/actions/{actionId}', { params: { path: { actionId } } })
    },
    onSuccess,
  })
  return { set, change, remove }
}
