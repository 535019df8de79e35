import { AppError } from '#kernel/errors.ts'
import { formatRupiah } from '#kernel/money/money.ts'
import { getPerson } from '#modules/people/index.ts'
import type { CaseEffect, EffectInput } from '#modules/services/index.ts'
import { correctObject } from '../commands/correct-object.ts'
import { mergeLand, splitLand } from '../commands/divide-land.ts'
import { passObject } from '../commands/pass-object.ts'
import { registerObject } from '../commands/register-object.ts'
import { formatNop } from '../nop.ts'
import { nopOfRequest } from '../queries/land-facts.ts'
import { findParcel, type Parcel } from '../queries/parcel.ts'
import { listTaxpayersOf } from '../queries/taxpayers.ts'
import { ownTaxpayerOf } from './buyer.ts'
import { byFile } from './by-file.ts'
import { textOf } from './file-answers.ts'
import { taxLetter } from './tax-letter.ts'

interface Served {
  /** Of the parcel that the letter is about. */
  readonly code: string
  readonly what: string
}

const refusal = (id: string, en: string) => new AppError('conflict', { text: { id, en } })

/** "120.5" as people type it: "120,5". */
const typed = (value: unknown) => String(value ?? 0).replace('.', ',')

const groundOf = (input: EffectInput) => `${textOf(input, 'titleNumber')}, berkas ${input.caseNumber}`.slice(0, 300)

/** The land of a file that belongs to the applicant or a firm of his. */
async function ownParcel(input: EffectInput, nop: string): Promise<Parcel> {
  const parcel = await findParcel(input.tx, nop)
  const own = await listTaxpayersOf(input.tx, input.applicantPersonId)
  if (parcel && own.some(({ id }) => id === parcel.taxpayerId)) return parcel
  throw refusal('Tanah ini tidak lagi atas nama pemohon.', 'This land no longer bears the applicant’s name.')
}

const landOf = ({ answers, findings }: EffectInput) => ({
  name: String(answers['landName']),
  address: String(answers['landPlace']),
  landArea: typed(answers['landArea']),
  buildingArea: typed(answers['buildingArea']),
  landUse: String(answers['landUse']),
  landPrice: String(findings['landPrice'] ?? 0),
  buildingPrice: String(findings['buildingPrice'] ?? 0),
})

const services: Readonly<Record<string, (input: EffectInput) => Promise<Served>>> = {
  new: async (input) => {
    const { npwpd } = await ownTaxpayerOf(input, 'mailAddress')
    const { code } = await byFile(input, registerObject, {
      kind: 'land',
      npwpd,
      villageCode: textOf(input, 'landVillage'),
      block: String(input.findings['block']),
      ground: groundOf(input),
      ...landOf(input),
    })
    return { code, what: 'Objek PBB baru terdaftar dengan NOP di bawah ini.' }
  },
  change: async (input) => {
    const parcel = await ownParcel(input, nopOfRequest(input.answers))
    const facts = { objectId: parcel.objectId, version: parcel.version, ground: groundOf(input) }
    await byFile(input, correctObject, { ...facts, ...landOf(input) })
    return { code: parcel.code, what: 'Data objek PBB sudah diperbarui.' }
  },
  name: async (input) => {
    const parcel = await findParcel(input.tx, nopOfRequest(input.answers))
    if (!parcel) throw refusal('NOP ini sudah tidak aktif.', 'This NOP is no longer active.')
    const { npwpd } = await ownTaxpayerOf(input, 'mailAddress')
    const facts = { objectId: parcel.objectId, npwpd, fromOn: textOf(input, 'passedOn'), ground: groundOf(input) }
    await byFile(input, passObject, facts)
    return { code: parcel.code, what: 'Objek PBB ini sekarang atas nama pemohon.' }
  },
  split: async (input) => {
    const parcel = await ownParcel(input, nopOfRequest(input.answers))
    const { objectId } = await byFile(input, splitLand, {
      objectId: parcel.objectId,
      npwpd: textOf(input, 'newOwnerNpwpd'),
      landArea: typed(input.answers['splitArea']),
      buildingArea: typed(input.answers['splitBuilding']),
      ground: groundOf(input),
    })
    const { code } = await input.tx
      .selectFrom('local_tax.object')
      .select('code')
      .where('id', '=', objectId)
      .executeTakeFirstOrThrow()
    return { code, what: `Bidang ini dipecah dari NOP ${formatNop(parcel.code)}.` }
  },
  merge: async (input) => {
    const parcel = await ownParcel(input, nopOfRequest(input.answers))
    const joined = await ownParcel(input, textOf(input, 'joinedNop'))
    await byFile(input, mergeLand, { objectId: parcel.objectId, nop: joined.code, ground: groundOf(input) })
    return { code: parcel.code, what: `NOP ${formatNop(joined.code)} digabungkan ke NOP ini dan berakhir.` }
  },
}

/**
 * Does with land what a file asks for, through the commands of the desk, and writes the letter about its NOP.
 * @basis PP 35/2023: pendataan dan perubahan data objek PBB
 */
export const serveLand: CaseEffect = async (input) => {
  const request = textOf(input, 'request')
  const served = await services[request]?.(input)
  const parcel = served && (await findParcel(input.tx, served.code))
  if (!served || !parcel) throw refusal('Objek PBB ini tidak ditemukan.', 'This land was not found.')
  const person = await getPerson(input.tx, input.applicantPersonId)
  const letter = await taxLetter(input, {
    title: 'Surat Keterangan Nomor Objek Pajak',
    recipient: { name: person.fullName, lines: [] },
    subject: { name: person.fullName, personId: person.id },
    opening: [served.what],
    rows: [
      { label: 'NOP', value: formatNop(parcel.code) },
      { label: 'Wajib pajak', value: [parcel.ownerName, parcel.npwpd].filter(Boolean).join(', ') },
      { label: 'Letak', value: parcel.address },
      { label: 'Luas tanah', value: `${typed(Number(parcel.landArea))} m²` },
      { label: 'Luas bangunan', value: `${typed(Number(parcel.buildingArea))} m²` },
      { label: 'NJOP', value: formatRupiah(parcel.value) },
      { label: 'Dasar', value: textOf(input, 'titleNumber') },
    ],
    closing: ['Data ini dipakai untuk SPPT PBB berikutnya. Surat ini bukan bukti kepemilikan tanah.'],
  })
  return { facts: { nop: parcel.code, request }, documents: [letter] }
}
