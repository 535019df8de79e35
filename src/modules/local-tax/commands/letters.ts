import { formatDay } from '#kernel/i18n/format.ts'
import { formatRupiah, type Sen, senFromNumeric } from '#kernel/money/money.ts'
import type { DocumentDraft } from '#modules/documents/index.ts'
import { type ProposalKind, taxNames } from '../claims.ts'
import { formatNop } from '../nop.ts'
import type { Assessment } from '../queries/assessments.ts'

interface LetterFacts {
  readonly kind: ProposalKind
  readonly one: Assessment
  readonly number: string
  readonly owed: { readonly principal: Sen; readonly interest: Sen }
  readonly ground: string
}

type Decision = Extract<DocumentDraft, { template: 'decision-letter' }>

/** Names of the letters, as they stand at their head. @basis PP 35/2023 */
const titles: Readonly<Record<ProposalKind, string>> = {
  assessment: 'Surat Ketetapan Pajak Daerah',
  stpd: 'Surat Tagihan Pajak Daerah',
  warning: 'Surat Teguran',
  seizure: 'Surat Perintah Melaksanakan Penyitaan',
  'write-off': 'Keputusan Penghapusan Piutang Pajak Daerah',
}

const law = [
  'Undang-Undang Nomor 1 Tahun 2022 tentang Hubungan Keuangan antara Pemerintah Pusat dan Pemerintahan Daerah',
  'Peraturan Pemerintah Nomor 35 Tahun 2023 tentang Ketentuan Umum Pajak Daerah dan Retribusi Daerah',
]

/** The signed letter of an act of collection. Letters are in Indonesian, as the law of the language asks. */
export function letterOf(facts: LetterFacts): Decision {
  const { kind, one, number } = facts
  const rows = [
    { label: 'Wajib pajak', value: `${one.ownerName} (${one.npwpd})` },
    { label: 'Jenis pajak', value: `${taxNames[one.tax].id}, tahun pajak ${one.year}` },
    { label: 'Nomor ketetapan', value: one.number },
    ...(one.code
      ? [{ label: 'Objek', value: [formatNop(one.code), one.objectAddress].filter(Boolean).join(', ') }]
      : []),
    ...amounts(facts),
  ]
  return {
    template: 'decision-letter',
    number,
    title: titles[kind],
    act: kind === 'write-off' ? 'decision' : 'routine',
    ...(one.ownerPersonId ? { subjectPersonId: one.ownerPersonId } : {}),
    subjectName: one.ownerName,
    footnotes: [],
    data: {
      legalBasis: law,
      recipient: { name: one.ownerName, lines: [`NPWPD ${one.npwpd}`, one.ownerAddress] },
      opening: [opening(facts)],
      rows,
      closing: closing(facts),
    },
  }
}

function amounts({ kind, one, owed }: LetterFacts) {
  if (kind === 'assessment')
    return [
      ...(one.period
        ? [
            {
              label: 'Masa pajak',
              value: `${formatDay(one.period.from, 'id')} sampai ${formatDay(one.period.to, 'id')}`,
            },
          ]
        : []),
      ...one.basis.lines.map((line) => ({ label: line.label.id, value: formatRupiah(senFromNumeric(line.amount)) })),
      { label: 'Pajak yang harus dibayar', value: formatRupiah(one.amount) },
      { label: 'Jatuh tempo', value: formatDay(one.dueOn, 'id') },
    ]
  return [
    { label: 'Jatuh tempo', value: formatDay(one.dueOn, 'id') },
    { label: 'Pajak yang belum dibayar', value: formatRupiah(owed.principal) },
    ...(owed.interest > 0n && kind !== 'write-off'
      ? [
          { label: 'Bunga keterlambatan sampai hari ini', value: formatRupiah(owed.interest) },
          { label: 'Jumlah yang harus dibayar', value: formatRupiah(owed.principal + owed.interest) },
        ]
      : []),
  ]
}

function opening({ kind, ground }: LetterFacts): string {
  switch (kind) {
    case 'assessment':
      return `Berdasarkan ${ground}, pajak daerah berikut ditetapkan:`
    case 'stpd':
      return 'Menurut catatan kami, pajak daerah berikut belum dilunasi sampai lewat jatuh temponya, sehingga ditagih beserta bunganya:'
    case 'warning':
      return 'Pajak daerah berikut telah ditagih dengan Surat Tagihan Pajak Daerah dan belum juga dilunasi. Kami menegur agar Saudara segera melunasinya:'
    case 'seizure':
      return 'Setelah ditagih dan ditegur, pajak daerah berikut belum dilunasi. Juru sita diperintahkan melaksanakan penyitaan menurut peraturan perundang-undangan atas:'
    case 'write-off':
      return `Piutang pajak daerah berikut dihapuskan. Dasarnya: ${ground}.`
  }
}

function closing({ kind, ground }: LetterFacts): string[] {
  if (kind === 'write-off') return ['Sejak keputusan ini piutang tersebut tidak ditagih lagi.']
  const pay =
    'Bayarlah dengan kode bayar tagihannya di bank, dompet digital, atau loket. Bunga bertambah setiap bulan sampai dilunasi.'
  if (kind === 'assessment')
    return [
      'Bayarlah dengan kode bayar tagihannya paling lambat pada jatuh tempo. Sesudah itu dikenai bunga setiap bulan.',
      'Wajib pajak dapat mengajukan keberatan menurut peraturan perundang-undangan.',
    ]
  if (kind === 'seizure') return [`Dasar perintah: ${ground}.`]
  return [pay, 'Abaikan surat ini bila sudah dibayar.']
}
