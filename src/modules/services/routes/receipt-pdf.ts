import type { RouteContext } from '#kernel/http/route.ts'
import { type ReceiptData, typeset } from '#modules/documents/index.ts'
import { servicePaths } from '../paths.ts'
import { listAttachments } from '../queries/attachments.ts'
import { listCaseNotices } from '../queries/case-notices.ts'
import type { CaseView } from '../queries/cases.ts'

/** The receipt of a submission on paper, with a QR to its status page. It never carries the PIN. */
export async function receiptPdf(context: RouteContext, view: CaseView): Promise<Uint8Array> {
  const { tenant, origin } = context
  const zone = tenant.profile.zone
  const promised = view.promisedAt.toZonedDateTimeISO(zone)
  const path = servicePaths.tracked(view.number)
  const attached = await listAttachments(context.db, view.id)
  const said = (await listCaseNotices(tenant, context.db, view, context.now)).map((one) => one.text.id).join(' ')
  const data: ReceiptData = {
    region: { name: tenant.profile.shortName, timeZone: zone },
    office: { government: tenant.profile.name, name: view.unitName },
    trackingNumber: view.number,
    pinHint: 'tampil di layar dan pada pesan di akun Anda',
    service: view.definition.title.id,
    subject: `${view.definition.title.id} untuk ${view.subjectName}`,
    applicant: { name: view.applicantName },
    submittedAt: view.submittedAt.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' }),
    channel: 'Laman layanan',
    promise: {
      on: promised.toPlainDate().toString(),
      at: promised.toPlainTime().toString({ smallestUnit: 'minute' }),
      note: said
        ? `Tanda terima sementara. ${said} Tanda terima ini bukti bahwa laporan sudah Anda sampaikan.`
        : 'Jam janji berhenti selama kami menunggu perbaikan dari Anda.',
    },
    documents: attached.map((file) => ({ name: file.name, status: 'attached' as const })),
    statusPage: { url: `${origin}${path}`, address: `${origin.replace(/^https?:\/\//, '')}${path}` },
  }
  return typeset('receipt', data, { now: new Date(view.submittedAt.epochMilliseconds) })
}
