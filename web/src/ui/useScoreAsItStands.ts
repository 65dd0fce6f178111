import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api, body } from '@/api/client'
import { queries } from '@/api/queries'

/** Ends an interrupted call where it broke off, and opens its debrief. */
export function useScoreAsItStands() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async (id: string) => body(await api.POST('/api/calls/{id}/score', { params: { path: { id } } })),
    onSuccess: async (debrief, id) => {
      client.setQueryData(queries.debrief(id).queryKey, debrief)
      await Promise.all([
        client.invalidateQueries({ queryKey: queries.call(id).queryKey, exact: true }),
        client.invalidateQueries({ queryKey: queries.progress().queryKey }),
        client.invalidateQueries({ queryKey: ['calls'] }),
        client.invalidateQueries({ queryKey: queries.scenarios().queryKey }),
      ])
      await navigate(`/calls/${id}`)
    },
  })
}
