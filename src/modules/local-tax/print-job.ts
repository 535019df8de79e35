import type { JobContext, JobHandler } from '#kernel/define/module.ts'
import { publicOrigin } from '#kernel/tenancy/public-origin.ts'
import { findBillsOf } from '#modules/billing/index.ts'
import { typeset } from '#modules/documents/index.ts'
import { unitServing } from '#modules/organization/index.ts'
import { collectingUnit } from './commands/assessment-bills.ts'
import { subjectType } from './commands/assessment-row.ts'
import { keepPrintFile } from './commands/print-notices.ts'
import { noticeData, noticeTitle } from './notice-paper.ts'
import { type Assessment, isOfLand } from './queries/assessments.ts'
import { findPrint, nextToPrint, type Print } from './queries/prints.ts'

/** Sheets of one file: what a printer takes at once, and well within the time of the typesetter. */
export const noticesInFile = 200

/** Sets the notices of a village file after file; killed, it goes on behind the last file that is kept. */
export const workOnPrint: JobHandler = async ({ printId }: { readonly printId: string }, context) => {
  for (;;) {
    const print = await findPrint(context.db, printId)
    if (print?.state !== 'working') return
    const notices = await nextToPrint(context.db, print, noticesInFile)
    const file = notices.length === 0 ? undefined : await fileOf(print, notices, context)
    await context.run(keepPrintFile, { printId, after: print.doneTo, file })
  }
}

async function fileOf(print: Print, notices: readonly Assessment[], context: JobContext) {
  const { tenant, db, clock } = context
  const { profile } = tenant
  const now = clock.now()
  const unit = await unitServing(db, { unitCode: collectingUnit, territory: print.villageCode })
  const origin = publicOrigin(tenant, context.config)
  const sheets = []
  for (const one of notices) {
    if (!isOfLand(one.basis)) continue
    const bills = one.owed > 0n ? await findBillsOf(db, subjectType, one.id) : []
    const open = bills.find((bill) => bill.state === 'issued' || bill.state === 'partly-paid')
    sheets.push(noticeData(one, one.basis, origin, open?.number))
  }
  const bytes = await typeset(
    'tax-notices',
    {
      region: { name: profile.shortName, timeZone: profile.zone },
      office: { government: profile.name, name: unit?.name ?? '' },
      title: noticeTitle,
      year: print.year,
      notices: sheets,
    },
    { now: new Date(now.epochMilliseconds) },
  )
  return {
    from: notices[0]?.number as string,
    to: notices.at(-1)?.number as string,
    notices: notices.length,
    hash: await tenant.files.put(bytes),
    size: bytes.length,
  }
}
