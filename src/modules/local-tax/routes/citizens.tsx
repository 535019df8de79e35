import { z } from 'zod'
import { anyone, citizen } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { notFound } from '#kernel/errors.ts'
import { countAttempt } from '#kernel/http/rate-limit.ts'
import { type AnyRoute, bytes, get, page, type RouteContext } from '#kernel/http/route.ts'
import { findDocumentFile } from '#modules/documents/index.ts'
import { findAreaName } from '#modules/territory/index.ts'
import { subjectType } from '../commands/assessment-row.ts'
import { nopDigits, parseNop } from '../nop.ts'
import { localTaxPaths } from '../paths.ts'
import { type Assessment, findAssessment, listOfParcel, listOfTaxpayer } from '../queries/assessments.ts'
import { listObjectsOf } from '../queries/objects.ts'
import { openBillsOf } from '../queries/open-bills.ts'
import { listSteps } from '../queries/steps.ts'
import { listTaxpayersOf } from '../queries/taxpayers.ts'
import { workingOf } from '../queries/working.ts'
import { CheckPage } from '../views/check-page.tsx'
import { OwnAssessmentPage, OwnTaxesPage } from '../views/own-pages.tsx'
import { idParams, letterParams, type OneContext } from './around.ts'

const todayOf = ({ now, tenant }: RouteContext) => dayOf(now, tenant.profile.zone)

/** So many parcels can be asked for from one address: enough for a family or a notary, too few to go through a street. */
const checks = { attempts: 20, perSeconds: 600 } as const

const check = get(localTaxPaths.check, {
  access: anyone,
  audit: 'none',
  query: z.object({ nop: z.string().max(60).catch('') }),
  perMinute: 30,
  async handle(context) {
    const { db, tenant, query } = context
    const typed = query.nop.trim()
    const nop = parseNop(typed)
    const nothing = { typed, found: undefined, villageName: undefined, bills: new Map() }
    if (!nop) return page(<CheckPage {...nothing} isWrong={typed !== ''} />, typed === '' ? 200 : 422)
    await countAttempt(tenant, `cek-pbb:${context.request.ip}`, checks)
    const found = await listOfParcel(db, nopDigits(nop))
    const bills = await openBillsOf(db, tenant, found, todayOf(context))
    const village = found[0]?.villageCode
    const villageName = village ? await findAreaName(db, village) : undefined
    return page(<CheckPage {...{ typed, found, villageName, bills }} isWrong={false} />)
  },
})

const own = get(localTaxPaths.own, {
  access: citizen,
  audit: 'own-data',
  async handle(context) {
    const { db, tenant, actor } = context
    const today = todayOf(context)
    const list = []
    for (const taxpayer of await listTaxpayersOf(db, actor.personId ?? '')) {
      const [objects, assessments] = await Promise.all([
        listObjectsOf(db, taxpayer.id),
        listOfTaxpayer(db, taxpayer.id),
      ])
      list.push({ taxpayer, objects, assessments, bills: await openBillsOf(db, tenant, assessments, today) })
    }
    return page(<OwnTaxesPage list={list} today={today} />)
  },
})

/** An assessment of somebody himself or of a firm he answers for; any other is not found. */
async function ownAssessmentAt({ db, actor, params }: OneContext): Promise<Assessment> {
  const one = await findAssessment(db, params.id)
  const mine = await listTaxpayersOf(db, actor.personId ?? '')
  if (!one || one.state === 'draft' || !mine.some(({ id }) => id === one.taxpayerId)) throw notFound()
  return one
}

const ownAssessment = get(localTaxPaths.ownAssessment(':id'), {
  access: citizen,
  audit: 'own-data',
  params: idParams,
  async handle(context) {
    const one = await ownAssessmentAt(context)
    const { db, tenant } = context
    const [bills, history, steps] = await Promise.all([
      openBillsOf(db, tenant, [one], todayOf(context)),
      listSteps(db, one.id),
      workingOf(db, one),
    ])
    return page(
      <OwnAssessmentPage
        {...{ one, history, steps }}
        bills={bills.get(one.id) ?? []}
        zone={context.tenant.profile.zone}
      />,
    )
  },
})

const ownLetter = get(localTaxPaths.ownLetter(':id', ':documentId'), {
  access: citizen,
  audit: 'own-data',
  params: letterParams,
  async handle(context) {
    const one = await ownAssessmentAt(context)
    const letter = await findDocumentFile(context.db, context.params.documentId)
    if (letter?.sourceType !== subjectType || letter.sourceId !== one.id) throw notFound()
    const file = await context.tenant.files.get(letter.fileHash)
    return bytes(file, 'application/pdf', { name: `${letter.number}.pdf` })
  },
})

export const citizenRoutes: readonly AnyRoute[] = [check, own, ownAssessment, ownLetter]
