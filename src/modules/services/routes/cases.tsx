import { z } from 'zod'
import { citizen, signedIn } from '#kernel/access/access.ts'
import { type FieldError, notFound } from '#kernel/errors.ts'
import { bytes, get, page, post, type Answer as RouteAnswer, type RouteContext, redirect } from '#kernel/http/route.ts'
import { findDocumentFile } from '#modules/documents/index.ts'
import { trackingPin } from '../case/tracking.ts'
import { correctCase, noteRefusedAccess, withdrawCase } from '../commands/applicant-steps.ts'
import { findCase, type OpenCase } from '../commands/case-row.ts'
import { readNotes } from '../commands/write-note.ts'
import { fieldsOf } from '../definition/check.ts'
import { stateOf } from '../domain.ts'
import { readAnswers, type Typed } from '../form/read-answers.ts'
import { servicePaths } from '../paths.ts'
import { findAttachment, listAttachments } from '../queries/attachments.ts'
import { canReadCase, caseView, listOwnDrafts } from '../queries/cases.ts'
import { isOwnCase } from '../queries/own-case.ts'
import { readStatusFile } from '../queries/status-file.ts'
import { CorrectPage, ReceiptPage, WithdrawPage } from '../views/case-pages.tsx'
import { StatusPage } from '../views/status-page.tsx'
import { fieldAids } from './field-aids.ts'
import { ownCaseParams as caseParams, ownCase } from './own-case.ts'
import { afterButton, workButtons } from './page-work.ts'
import { receiptPdf as makeReceipt } from './receipt-pdf.ts'
import { fileLimits, ownFilesOf, takeFiles } from './uploads.ts'

type CaseContext = RouteContext<{ caseId: string }>

export const receipt = get('/berkas-saya/:caseId/tanda-terima', {
  access: citizen,
  audit: 'own-data',
  params: caseParams,
  async handle(context) {
    const view = await caseView(context.tenant, context.db, await ownCase(context))
    return page(
      <ReceiptPage view={view} pin={trackingPin(context.tenant, view.id)} zone={context.tenant.profile.zone} />,
    )
  },
})

export const receiptPdf = get('/berkas-saya/:caseId/tanda-terima.pdf', {
  access: citizen,
  audit: 'own-data',
  params: caseParams,
  perMinute: 30,
  async handle(context) {
    const view = await caseView(context.tenant, context.db, await ownCase(context))
    const pdf = await makeReceipt(context, view)
    return bytes(pdf, 'application/pdf', { name: `tanda-terima-${view.number.replaceAll('/', '-')}.pdf` })
  },
})

export const status = get('/berkas-saya/:caseId', {
  access: citizen,
  audit: 'own-data',
  params: caseParams,
  handle: (context) => showStatus(context),
})

export interface RefusedStatus {
  readonly status: number
  readonly errors: readonly FieldError[]
}

/** The status page for the applicant; after a refusal with what he had typed. */
export async function showStatus(context: CaseContext, refused?: RefusedStatus, own?: OpenCase): Promise<RouteAnswer> {
  const open = own ?? (await ownCase(context))
  const file = await readStatusFile(context, open, true)
  if (file.notes.some((note) => !note.fromApplicant && !note.readAt)) {
    await context.run(readNotes, { caseId: open.row.id })
  }
  return page(
    <StatusPage
      {...file}
      now={context.now}
      zone={context.tenant.profile.zone}
      isOwner
      notice={context.notice}
      errors={refused?.errors.map((error) => ({ name: error.path, text: error.message[context.locale] }))}
      typed={refused && Object.fromEntries(context.form.entries())}
    />,
    refused?.status ?? 200,
  )
}

interface Refused {
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

async function showCorrection(context: CaseContext, refused?: Refused): Promise<RouteAnswer> {
  const open = await ownCase(context)
  if (stateOf(open.definition, open.row.state).holder !== 'applicant')
    return redirect(servicePaths.ownCase(open.row.id))
  const view = await caseView(context.tenant, context.db, open)
  const fields = markedFields(
    open,
    view.marks.filter((mark) => mark.isOpen).map((mark) => mark.field),
  )
  const typed = refused?.typed ?? (context.kept ? readAnswers(context.kept, fields) : undefined)
  return page(
    <CorrectPage
      view={view}
      fields={fields}
      files={await listAttachments(context.db, view.id)}
      typed={typed}
      errors={refused?.errors ?? []}
      aids={
        await fieldAids(context, {
          ownerId: view.id,
          personId: view.applicantPersonId,
          fields,
          values: { ...(view.answers as Typed), ...typed },
        })
      }
      zone={context.tenant.profile.zone}
    />,
    refused?.errors.length ? 422 : 200,
  )
}

function markedFields(open: OpenCase, marked: readonly string[]) {
  return fieldsOf(open.definition).filter((field) => marked.includes(field.id))
}

export const correction = get('/berkas-saya/:caseId/perbaiki', {
  access: citizen,
  audit: 'own-data',
  params: caseParams,
  handle: (context) => showCorrection(context),
})

export const sendCorrection = post('/berkas-saya/:caseId/perbaiki', {
  access: citizen,
  audit: 'own-data',
  params: caseParams,
  upload: fileLimits,
  async handle(context) {
    const { caseId } = context.params
    const open = await ownCase(context)
    const typed = readAnswers(
      context.form,
      fieldsOf(open.definition).filter((field) => isPosted(context, field.id)),
    )
    const refused = await takeFiles(context, ownFilesOf(context, caseId))
    if (refused) return showCorrection(context, { typed, errors: [refused] })
    if (workButtons.some((name) => context.form.has(name))) {
      const work = await afterButton(context, typed, open.row.applicant_person_id, true)
      return showCorrection(context, { typed: work, errors: [] })
    }
    await context.run(correctCase, { caseId, answers: typed })
    return redirect(servicePaths.ownCase(caseId))
  },
  async invalid(context, error) {
    const open = await ownCase(context)
    const typed = readAnswers(
      context.form,
      fieldsOf(open.definition).filter((field) => isPosted(context, field.id)),
    )
    return showCorrection(context, { typed, errors: error.fields })
  },
})

function isPosted(context: RouteContext, field: string): boolean {
  const { form } = context
  return form
    .names()
    .some((name) => name === field || [`${field}-`, `${field}.`, `${field}[`].some((part) => name.startsWith(part)))
}

export const withdrawForm = get('/berkas-saya/:caseId/tarik', {
  access: citizen,
  audit: 'own-data',
  params: caseParams,
  async handle(context) {
    return page(<WithdrawPage view={await caseView(context.tenant, context.db, await ownCase(context))} />)
  },
})

export const withdraw = post('/berkas-saya/:caseId/tarik', {
  access: citizen,
  audit: 'own-data',
  params: caseParams,
  async handle(context) {
    await ownCase(context)
    await context.run(withdrawCase, context.params)
    return redirect(servicePaths.ownCase(context.params.caseId))
  },
})

/** A file that somebody attached: for the applicant, and for officers whose desk may read the case. */
export const attachment = get('/lampiran/:attachmentId', {
  access: signedIn,
  audit: 'personal-data',
  params: z.object({ attachmentId: z.uuid() }),
  async handle(context) {
    const file = await findAttachment(context.db, context.params.attachmentId)
    if (!file || !(await mayOpen(context, file.ownerId))) throw notFound()
    return bytes(await context.tenant.files.get(file.fileHash), file.mediaType, {
      name: file.name,
      inline: file.isImage || file.mediaType === 'application/pdf',
    })
  },
})

const documentParams = z.object({ documentId: z.uuid() })

/** An issued document: for the applicant, the person it is about, and officers who may read the case. */
export const downloadDocument = get('/dokumen/:documentId/unduh', {
  access: signedIn,
  audit: 'personal-data',
  params: documentParams,
  handle: (context) => giveDocument(context, false),
})

/** The same to be looked at, as on the desk beside the answers. */
export const showDocument = get('/dokumen/:documentId/lihat', {
  access: signedIn,
  audit: 'personal-data',
  params: documentParams,
  handle: (context) => giveDocument(context, true),
})

async function giveDocument(context: RouteContext<{ documentId: string }>, inline: boolean): Promise<RouteAnswer> {
  const file = await findDocumentFile(context.db, context.params.documentId)
  if (!file) throw notFound()
  const isSubject = file.subjectPersonId !== undefined && file.subjectPersonId === context.actor.personId
  if (!isSubject && !(file.sourceType === 'case' && (await mayOpen(context, file.sourceId)))) throw notFound()
  const name = `${file.title} ${file.number}`.replace(/[^\w .-]+/g, '-')
  return bytes(await context.tenant.files.get(file.fileHash), 'application/pdf', { name: `${name}.pdf`, inline })
}

/** True for the owner of a draft or case, or an officer who may read it; an officer's reading is recorded. */
async function mayOpen(context: RouteContext, ownerId: string): Promise<boolean> {
  const open = await findCase(context.db, ownerId)
  if (!open) {
    const drafts = context.actor.accountId ? await listOwnDrafts(context.db, context.actor.accountId) : []
    return drafts.some((draft) => draft.id === ownerId)
  }
  if (await isOwnCase(context.db, context, open.row)) return true
  if (await canReadCase(context.db, context.actor, open)) {
    await context.recordAccess({
      personId: open.row.applicant_person_id,
      object: { type: 'case', id: open.row.id },
      purpose: `membuka lampiran berkas ${open.row.number}`,
    })
    return true
  }
  await context.run(noteRefusedAccess, { caseId: ownerId, path: context.request.url.slice(0, 300) })
  return false
}
