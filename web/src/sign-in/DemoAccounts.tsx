import { UnstyledButton } from '@mantine/core'
import { api, body } from '@/api/client'
import type { DemoAccount } from '@/api/types'
import { ProblemNote } from '@/ui/ProblemNote'
import { words } from '@/ui/words'
import classes from './DemoAccounts.module.css'
import { useEnter } from './useEnter'

/** One click each; the server lists them in Development only. */
export function DemoAccounts({ accounts }: { accounts: readonly DemoAccount[] }) {
  const enter = useEnter(async (email: string) => body(await api.POST('/api/session/demo', { body: { email } })))
  return (
    <section aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className={classes.title}>
        Or look around as
      </h2>
      <ul className={classes.list}>
        {accounts.map((account) => (
          <li key={account.email}>
            <UnstyledButton className={classes.account} disabled={enter.isPending} onClick={() => enter.mutate(account.email)}>
              <span className={classes.role}>{words.role[account.role]}</span>
              <span className={classes.name}>{account.displayName}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {enter.isError && <ProblemNote problem={enter.error} />}
    </section>
  )
}
