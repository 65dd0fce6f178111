import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api, body } from '@/api/client'
import { queries } from '@/api/queries'
import { LinkButton } from '@/ui/LinkButton'
import { ProblemNote } from '@/ui/ProblemNote'

/** Turns a moment into a practice call, or leads to the one that was made of it. */
export function MakePractice({ reviewId, line, of }: { reviewId: string; line: number; of: string }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const made = useQuery(queries.practices(reviewId)).data?.find((practice) => practice.line === line)
  const make = useMutation({
    mutationFn: async () => body(await api.POST('/api/reviews/{id}/practices', { params: { path: { id: reviewId } }, body: { line } })),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['practices', reviewId] })
      await navigate(`/reviews/${reviewId}/practices/${id}`)
    },
  })
  if (made) {
    return (
      <LinkButton size="compact-sm" variant="default" to={`/reviews/${reviewId}/practices/${made.id}`} aria-label={`Practice call: ${made.title}`}>
        {made.checked ? 'Practice call' : 'Practice call, to be checked'}
      </LinkButton>
    )
  }
  return (
    <>
      <Button size="compact-sm" variant="subtle" loading={make.isPending} onClick={() => make.mutate()} aria-label={`Practise this: ${of}`}>
        Practise this
      </Button>
      {make.isError && <ProblemNote problem={make.error} />}
    </>
  )
}
