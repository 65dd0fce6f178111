import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import { queries } from '@/api/queries'

export type ModelAction = 'fetch' | 'fetchAccepted' | 'pause' | 'remove' | 'verify'

/** What an administrator can do with one model. The list is asked again after each. */
export function useModelActions(name: string) {
  const client = useQueryClient()
  const params = { path: { name } }
  return useMutation({
    mutationFn: async (action: ModelAction) => {
      switch (action) {
        case 'fetch':
        case 'fetchAccepted':
          return body(await api.POST('/api/models/{name}/fetch', { params, body: { acceptLicence: action === 'fetchAccepted' } }))
        case 'pause':
          return body(await api.DELETE('/api/models/{name}/fetch', { params }))
        case 'remove':
          return body(await api.DELETE('/api/models/{name}', { params }))
        case 'verify':
          return body(await api.POST('/api/models/{name}/verify', { params }))
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: queries.models().queryKey }),
  })
}
