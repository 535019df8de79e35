import { z } from 'zod'
import { citizen } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError, notFound } from '#kernel/errors.ts'
import { acceptUpload } from '#kernel/files/intake.ts'
import { type Answer, type AnyRoute, bytes, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { owedOnBills } from '#modules/billing/index.ts'
import { findDocumentFile } from '#modules/documents/index.ts'
import { type Assessment, findAssessment, idParams, listTaxpayersOf } from '#modules/local-tax/index.ts'
import { withQuery } from '#ui/index.ts'
import { fileReturn } from '../commands/file-return.ts'
import { attachPaper, keepDraft, removePaper } from '../commands/keep-draft.ts'
import { answersFor, subjectType } from '../commands/return-row.ts'
import { dayNames, formNames, may, readDeclaration, type Typed } from '../domain.ts'
import { taxReturnPaths } from '../paths.ts'
import { taxOf } from '../queries/law.ts'
import { listPapers, listVersions } from '../queries/parts.ts'
import { findReturn, listOwnReturns, type TaxReturn } from '../queries/returns.ts'
import { ownTexts } from '../texts/own.ts'
import { OwnFormPage } from '../views/own-form-page.tsx'
import { OwnListPage } from '../views/own-list-page.tsx'
import { OwnReturnPage, ReviewPage } from '../views/own-return-page.tsx'

const audit = 'own-data'
const maxBytes = 10 * 1024 * 1024
const maxBytesText = '10 MB'

type OneContext = RouteContext<{ id: string }, unknown>

const todayOf = ({ now, tenant }: RouteContext) => dayOf(now, tenant.profile.zone)

/** A return of somebody himself or of a firm he answers for; any other is not found. */
async function ownAt({ db, actor, params }: OneContext): Promise<TaxReturn> {
  const one = await findReturn(db, params.id)
  if (!one || !(await answersFor(db, actor.personId, one.taxpayerId))) throw notFound()
  return one
}

const canFill = (one: TaxReturn) => may(one.state, one.version > 0 ? 'correct' : 'file')

const monthQuery = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .optional()
  .catch(undefined)

const list = get(taxReturnPaths.own, {
  access: citizen,
  audit,
  query: z.object({ sebelum: monthQuery }),
  async handle(context) {
    const { db, actor, query } = context
    const mine = await listTaxpayersOf(db, actor.personId ?? '')
    const before = query.sebelum ? Temporal.PlainYearMonth.from(query.sebelum) : undefined
    const found = await listOwnReturns(
      db,
      mine.map(({ id }) => id),
      before,
    )
    const claims = new Map<string, Assessment>()
    for (const { assessmentId } of found.others) {
      const claim = assessmentId ? await findAssessment(db, assessmentId) : undefined
      if (claim) claims.set(claim.id, claim)
    }
    return page(<OwnListPage {...found} claims={claims} isFirstPage={!before} today={todayOf(context)} />)
  },
})

/** What was typed, by the names that a return knows. */
function typedOf({ kept, form }: RouteContext): Typed {
  const given = kept ?? form
  return Object.fromEntries([...formNames, ...dayNames].map((name) => [name, given.get(name)]))
}

async function showForm(context: OneContext, one: TaxReturn, typed: Typed, error?: AppError): Promise<Answer> {
  const [all, [latest]] = await Promise.all([
    listPapers(context.db, one.id),
    one.version > 0 ? listVersions(context.db, one.id) : [],
  ])
  // What was filed with an earlier version stays with it.
  const papers = all.filter(({ attachedAt }) => !latest || Temporal.Instant.compare(attachedAt, latest.filedAt) > 0)
  const { notice } = context
  return page(<OwnFormPage {...{ one, typed, papers, error, notice, maxBytes }} />, error?.status ?? 200)
}

const show = get(taxReturnPaths.ownReturn(':id'), {
  access: citizen,
  audit,
  params: idParams,
  query: z.object({ betulkan: z.literal('ya').optional().catch(undefined) }),
  async handle(context) {
    const one = await ownAt(context)
    if (canFill(one) && (one.version === 0 || context.query.betulkan)) {
      const typed = context.kept ? typedOf(context) : (one.draft ?? (await typedBefore(context, one)))
      return showForm(context, one, typed)
    }
    const [versions, papers, claim] = await Promise.all([
      listVersions(context.db, one.id),
      listPapers(context.db, one.id),
      one.assessmentId ? findAssessment(context.db, one.assessmentId) : undefined,
    ])
    const { notice, tenant } = context
    const today = todayOf(context)
    const owed = claim?.billId ? await owedOnBills(context.db, tenant, [claim.billId], today) : undefined
    const toPay = claim?.billId && claim.owed > 0n ? (owed?.get(claim.billId)?.total ?? claim.owed) : 0n
    return page(
      <OwnReturnPage {...{ one, versions, papers, claim, toPay, notice, today }} zone={tenant.profile.zone} />,
    )
  },
})

/** A correction begins with what was filed. */
async function typedBefore({ db }: OneContext, one: TaxReturn): Promise<Typed> {
  const [latest] = one.version > 0 ? await listVersions(db, one.id) : []
  if (!latest) return {}
  const rupiah = (sen: bigint) => String(sen / 100n).replace(/\B(?=(\d{3})+$)/g, '.')
  return {
    manner: latest.manner,
    service: latest.service,
    ...(latest.manner === 'month' ? { turnover: rupiah(latest.turnover) } : {}),
    ...(latest.exempt > 0n ? { exempt: rupiah(latest.exempt), exemptReason: latest.exemptReason } : {}),
    ...Object.fromEntries(latest.days.map(({ day, amount }) => [`day.${day.day}`, rupiah(amount)])),
  }
}

const formOf = (one: TaxReturn) =>
  withQuery(taxReturnPaths.ownReturn(one.id), { betulkan: one.version > 0 ? 'ya' : undefined })

const save = post(taxReturnPaths.ownReturn(':id'), {
  access: citizen,
  audit,
  params: idParams,
  upload: { maxFileBytes: maxBytes, maxFiles: 5 },
  async handle(context) {
    const one = await ownAt(context)
    const typed = typedOf(context)
    await context.run(keepDraft, { returnId: one.id, typed })
    await takePapers(context, one.id)
    if (context.form.has('upload-file') || context.form.has('remove-file')) return redirect(formOf(one))
    if (context.form.get('act') === 'simpan') {
      context.notify(ownTexts(context.locale)('saved'))
      return redirect(formOf(one))
    }
    readDeclaration(typed, { tax: one.tax, month: one.month, isCorrection: one.version > 0 })
    return redirect(taxReturnPaths.review(one.id))
  },
  async invalid(context, error) {
    return showForm(context, await ownAt(context), typedOf(context), error)
  },
})

/** Files that came with the form, and the one whose button was pressed. @throws invalid-input at `papers` */
async function takePapers(context: OneContext, returnId: string): Promise<void> {
  const [, removed] = context.form.get('remove-file').split(':')
  if (removed) await context.run(removePaper, { returnId, attachmentId: removed })
  for (const part of context.uploads) {
    if (part.bytes.length === 0 && !part.tooLarge) continue
    try {
      const file = await acceptUpload(part, maxBytesText, context.config)
      const fileHash = await context.tenant.files.put(file.bytes)
      const { name, mediaType, bytes: content } = file
      await context.run(attachPaper, { returnId, fileHash, name, mediaType, sizeBytes: content.length })
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500 || error.fields.length > 0) throw error
      throw new AppError('invalid-input', {
        fields: [{ path: 'papers', message: { id: error.say('id'), en: error.say('en') } }],
      })
    }
  }
}

async function showReview(context: OneContext, error?: AppError): Promise<Answer> {
  const one = await ownAt(context)
  if (!canFill(one) || !one.draft) return redirect(taxReturnPaths.ownReturn(one.id))
  try {
    const declaration = readDeclaration(one.draft, {
      tax: one.tax,
      month: one.month,
      isCorrection: one.version > 0,
    })
    const result = await taxOf(context.db, one.month, declaration)
    const said = error?.say(context.locale)
    return page(
      <ReviewPage {...{ one, declaration, result }} error={said} today={todayOf(context)} />,
      error?.status ?? 200,
    )
  } catch (wrong) {
    if (wrong instanceof AppError && wrong.code === 'invalid-input') return showForm(context, one, one.draft, wrong)
    throw wrong
  }
}

const review = get(taxReturnPaths.review(':id'), {
  access: citizen,
  audit,
  params: idParams,
  handle: (context) => showReview(context),
})

const file = post(taxReturnPaths.review(':id'), {
  access: citizen,
  audit,
  params: idParams,
  async handle(context) {
    const one = await ownAt(context)
    const { state } = await context.run(fileReturn, { returnId: one.id, after: context.form.get('after') })
    context.notify(ownTexts(context.locale)(state === 'examining' ? 'filed-less' : 'filed'))
    return redirect(taxReturnPaths.ownReturn(one.id))
  },
  invalid: showReview,
})

const receipt = get(taxReturnPaths.receipt(':id', ':ordinal'), {
  access: citizen,
  audit,
  params: idParams.extend({ ordinal: z.coerce.number().int().min(1).max(1000) }),
  async handle(context) {
    const one = await ownAt(context)
    const versions = await listVersions(context.db, one.id)
    const documentId = versions.find(({ ordinal }) => ordinal === context.params.ordinal)?.documentId
    const document = documentId ? await findDocumentFile(context.db, documentId) : undefined
    if (document?.sourceType !== subjectType || document.sourceId !== one.id) throw notFound()
    const content = await context.tenant.files.get(document.fileHash)
    return bytes(content, 'application/pdf', { name: `${document.number.replaceAll('/', '-')}.pdf` })
  },
})

const paper = get(taxReturnPaths.ownPaper(':id', ':attachmentId'), {
  access: citizen,
  audit,
  params: idParams.extend({ attachmentId: z.uuid() }),
  async handle(context) {
    const one = await ownAt(context)
    return paperOf(context, one.id, context.params.attachmentId)
  },
})

/** A paper of a return, shown as it is. @throws not-found */
export async function paperOf({ db, tenant }: RouteContext, returnId: string, id: string): Promise<Answer> {
  const found = (await listPapers(db, returnId)).find((each) => each.id === id)
  if (!found) throw notFound()
  return bytes(await tenant.files.get(found.fileHash), found.mediaType, { name: found.name, inline: true })
}

export const ownRoutes: readonly AnyRoute[] = [list, show, save, review, file, receipt, paper]
