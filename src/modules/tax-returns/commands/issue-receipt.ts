import type { CommandContext } from '#kernel/command/command.ts'
import type { WriteHandle } from '#kernel/db/database.ts'
import { formatDay, formatMoment } from '#kernel/i18n/format.ts'
import { formatRupiah, type Sen } from '#kernel/money/money.ts'
import { type DocumentDraft, issueDocument } from '#modules/documents/index.ts'
import { taxNames } from '#modules/local-tax/index.ts'
import type { Declaration, ReturnTax } from '../domain.ts'
import { monthNumber, type ReturnRow, subjectType } from './return-row.ts'

/** Who takes returns. */
const receivingUnit = 'bapenda'

/** The sealed receipt of what was filed, in Indonesian as all documents of the office. @returns its id */
export async function issueReceipt(
  tx: WriteHandle,
  context: CommandContext,
  row: ReturnRow,
  filed: { declaration: Declaration; ordinal: number; amount: Sen; number: string },
): Promise<string> {
  const { declaration, ordinal, amount, number } = filed
  const { zone } = context.tenant.profile
  const draft: DocumentDraft = {
    template: 'decision-letter',
    number: `${number}/${ordinal}`,
    title: ordinal > 1 ? `Bukti Penerimaan Pembetulan SPTPD ke-${ordinal - 1}` : 'Bukti Penerimaan SPTPD',
    subjectName: row.owner_name,
    footnotes: [],
    sealedUnder: 'PP 35/2023',
    data: {
      recipient: { name: row.owner_name, lines: [`NPWPD ${row.npwpd}`] },
      opening: ['Surat pemberitahuan pajak daerah (SPTPD) berikut telah kami terima:'],
      rows: [
        { label: 'Jenis pajak', value: taxNames[row.tax as ReturnTax].id },
        { label: 'Objek', value: `${row.object_name} (${row.object_code})` },
        { label: 'Masa pajak', value: monthNumber(row) },
        { label: 'Diterima', value: formatMoment(context.now, 'id', zone) },
        { label: 'Omzet', value: formatRupiah(declaration.turnover) },
        ...(declaration.exempt > 0n ? [{ label: 'Tidak dikenai pajak', value: formatRupiah(declaration.exempt) }] : []),
        ...(declaration.reason ? [{ label: 'Alasan pembetulan', value: declaration.reason }] : []),
        { label: 'Pajak menurut laporan', value: formatRupiah(amount) },
        { label: 'Jatuh tempo pembayaran', value: formatDay(Temporal.PlainDate.from(row.pay_due_on), 'id') },
      ],
      closing: ['Bukti ini menyatakan laporan diterima, bukan bahwa pajaknya sudah dibayar.'],
    },
  }
  const source = { type: subjectType, id: row.id, unitPath: receivingUnit }
  const { id } = await issueDocument(tx, context, draft, source, { seal: true })
  return id
}
