import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { vi } from 'vitest'
import { makeQueryClient } from '@/api/queryClient'
import { routes } from '@/app/routes'
import { theme } from '@/app/theme'
import { makeMockApi, type Answer } from './mockApi'

export interface Request {
  method: string
  url: URL
  body: unknown
}

interface Setting {
  signedIn?: boolean
  /** Answers before the mock does; undefined leaves it to the mock; "gone" is a server that is not there. */
  answer?: (request: Request) => Answer | 'gone' | undefined
}

/** The whole client at an address, with the mock as its server. */
export function renderApp(path: string, { signedIn = true, answer }: Setting = {}) {
  const mock = makeMockApi(signedIn)
  const requests: Request[] = []
  vi.stubGlobal('fetch', async (input: globalThis.Request) => {
    const text = await input.text()
    const request: Request = { method: input.method, url: new URL(input.url), body: text ? JSON.parse(text) : undefined }
    requests.push(request)
    const given = answer?.(request) ?? mock(request.method, request.url, request.body)
    if (given === 'gone') throw new TypeError('Failed to fetch')
    return given.status === 204 ? new Response(null, { status: 204 }) : Response.json(given.json ?? null, { status: given.status })
  })
  const client = makeQueryClient()
  // Waiting between tries is the library's matter, not these tests'.
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retryDelay: 0 } })
  const router = createMemoryRouter(routes, { initialEntries: [path] })
  const view = render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  )
  return { ...view, router, requests, user: userEvent.setup() }
}

export const problem = (status: number, code: string, more: object = {}): Answer => ({ status, json: { status, code, ...more } })
