import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { countWaiting } from '#kernel/proof-log/proofs.ts'
import { listWitnesses } from '#kernel/proof-log/witnesses.ts'
import { registerWitness, retireWitness } from '../commands/witnesses.ts'
import { oversightPaths } from '../paths.ts'
import { proofTexts } from '../proof-texts.ts'
import { WitnessesPage } from '../views/witnesses-page.tsx'

const registering = { access: permitted('oversight.register-witness'), audit: 'none' } as const

async function show(context: RouteContext, error?: AppError): Promise<Answer> {
  const [witnesses, waiting] = await Promise.all([listWitnesses(context.db), countWaiting(context.db)])
  return page(
    <WitnessesPage
      witnesses={witnesses}
      waiting={waiting}
      zone={context.tenant.profile.zone}
      notice={context.notice}
      unit={context.actor.position?.unitName}
      typed={(context.kept ?? context.form).get('key')}
      error={error?.fields[0]?.message[context.locale]}
    />,
    error ? error.status : 200,
  )
}

export const witnesses = get(oversightPaths.witnesses, {
  ...registering,
  handle: (context) => show(context),
})

export const addWitness = post(oversightPaths.witnesses, {
  ...registering,
  async handle(context) {
    await context.run(registerWitness, { key: context.form.get('key') })
    context.notify(proofTexts(context.locale)('witness.added'))
    return redirect(oversightPaths.witnesses)
  },
  invalid: show,
})

export const endWitness = post(`${oversightPaths.witnesses}/:witnessId/akhiri`, {
  ...registering,
  params: z.object({ witnessId: z.uuid() }),
  async handle(context) {
    await context.run(retireWitness, context.params)
    context.notify(proofTexts(context.locale)('witness.retired'))
    return redirect(oversightPaths.witnesses)
  },
})
