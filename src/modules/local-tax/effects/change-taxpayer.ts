import { AppError, notFound } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import { getPerson, openNik } from '#modules/people/index.ts'
import type { CaseEffect, EffectInput } from '#modules/services/index.ts'
import { openStates } from '../claims.ts'
import { changeTaxpayerState } from '../commands/change-taxpayer-state.ts'
import { correctTaxpayer } from '../commands/correct-taxpayer.ts'
import { endObject } from '../commands/pass-object.ts'
import { listActiveObjects } from '../queries/taxpayer-facts.ts'
import { listTaxpayersOf, type Taxpayer } from '../queries/taxpayers.ts'
import { byFile } from './by-file.ts'
import { contactOf, textOf } from './file-answers.ts'
import { enterObjects, objectLines } from './register-taxpayer.ts'
import { taxLetter } from './tax-letter.ts'

interface Change {
  readonly what: string
  readonly rows: readonly { readonly label: string; readonly value: string }[]
}

/** What changes, by what the file asks for. */
const changes: Readonly<Record<string, (input: EffectInput, taxpayer: Taxpayer) => Promise<Change>>> = {
  'add-objects': async (input, { npwpd }) => {
    const objects = await enterObjects(input, npwpd)
    return { what: 'Objek pajak baru didaftarkan.', rows: objectLines(objects) }
  },
  contact: async (input, taxpayer) => {
    const contact = await contactOf(input.tx, input, 'mailAddress')
    await byFile(input, correctTaxpayer, {
      taxpayerId: taxpayer.id,
      version: taxpayer.version,
      ...(await firmOf(input, taxpayer)),
      ...contact,
    })
    return { what: 'Alamat dan kontak diperbarui.', rows: [{ label: 'Alamat', value: contact.address }] }
  },
  'close-object': async (input, { id }) => {
    const code = textOf(input, 'closedObject')
    const object = (await listActiveObjects(input.tx, [id])).find((each) => each.code === code)
    if (!object) throw notFound()
    const since = formatDay(Temporal.PlainDate.from(textOf(input, 'closedOn')), 'id')
    const ground = `Ditutup sejak ${since}: ${textOf(input, 'closedWhy')} (berkas ${input.caseNumber})`
    await byFile(input, endObject, { objectId: object.id, ground: ground.slice(0, 300) })
    return {
      what: 'Objek pajak diakhiri.',
      rows: [
        { label: 'Objek', value: `${object.name}, nomor ${object.code}` },
        { label: 'Tutup sejak', value: since },
      ],
    }
  },
  'close-taxpayer': async (input, taxpayer) => {
    await refuseOwing(input, taxpayer)
    const reason = `${textOf(input, 'closedWhy')} (berkas ${input.caseNumber})`
    await byFile(input, changeTaxpayerState, { taxpayerId: taxpayer.id, verb: 'close', reason: reason.slice(0, 500) })
    return { what: 'NPWPD ini ditutup dan tidak diberikan kepada wajib pajak lain.', rows: [] }
  },
}

/**
 * Changes a taxpayer or what he runs as a file says, and writes the letter about it.
 * @basis PP 35/2023: perubahan data dan penghapusan NPWPD
 */
export const changeTaxpayer: CaseEffect = async (input) => {
  const npwpd = textOf(input, 'npwpd')
  const taxpayer = (await listTaxpayersOf(input.tx, input.applicantPersonId)).find((each) => each.npwpd === npwpd)
  const change = changes[textOf(input, 'request')]
  if (!taxpayer || !change) throw notFound()
  const { what, rows } = await change(input, taxpayer)
  const letter = await taxLetter(input, {
    title: 'Surat Perubahan Data Wajib Pajak Daerah',
    recipient: { name: taxpayer.name, lines: [taxpayer.address] },
    subject: { name: taxpayer.name, personId: taxpayer.personId },
    opening: [`Laporan ${taxpayer.name} sudah dicatat dalam register wajib pajak daerah.`, what],
    rows: [{ label: 'NPWPD', value: npwpd }, { label: 'Nama', value: taxpayer.name }, ...rows],
    closing: ['Perubahan ini berlaku sejak tanggal surat, kecuali disebut lain di atas.'],
  })
  return { facts: { npwpd, request: textOf(input, 'request') }, documents: [letter] }
}

/** What a firm is called and by which number it is known does not change with its address. */
async function firmOf({ tx, context }: EffectInput, { kind, name, nib, npwp, responsiblePersonId }: Taxpayer) {
  if (kind !== 'firm' || !responsiblePersonId) return {}
  const responsible = await getPerson(tx, responsiblePersonId)
  return { name, nib: nib ?? '', npwp: npwp ?? '', responsibleNik: openNik(context.tenant, responsible) }
}

/** Something may have been assessed since the file was sent. */
async function refuseOwing({ tx }: EffectInput, { id }: Taxpayer): Promise<void> {
  const owed = await tx
    .selectFrom('local_tax.assessment')
    .select('number')
    .where('taxpayer_id', '=', id)
    .where('state', 'in', openStates)
    .executeTakeFirst()
  if (!owed) return
  throw new AppError('conflict', {
    text: {
      id: `Ketetapan ${owed.number} belum lunas. NPWPD ditutup setelah semua pajaknya lunas.`,
      en: `Assessment ${owed.number} is not paid. The number is closed when all taxes are paid.`,
    },
  })
}
