import { getPerson, openNik } from '#modules/people/index.ts'
import type { CaseEffect, EffectInput, EffectUndo } from '#modules/services/index.ts'
import { changeTaxpayerState } from '../commands/change-taxpayer-state.ts'
import { endObject } from '../commands/pass-object.ts'
import { registerObject } from '../commands/register-object.ts'
import { registerTaxpayer } from '../commands/register-taxpayer.ts'
import { objectTexts } from '../texts/objects.ts'
import { byFile } from './by-file.ts'
import { contactOf, objectsOf, textOf } from './file-answers.ts'
import { taxLetter } from './tax-letter.ts'

export interface RegisteredObject {
  readonly objectId: string
  readonly code: string
  readonly name: string
  readonly kind: string
}

/** Enters what a file says is run, under the number of its taxpayer. */
export async function enterObjects(input: EffectInput, npwpd: string): Promise<RegisteredObject[]> {
  const villageCode = textOf(input, 'objectsVillage')
  const entered: RegisteredObject[] = []
  for (const object of objectsOf(input)) {
    const facts = { ...object, npwpd, villageCode, ground: `SPOPD berkas ${input.caseNumber}` }
    const { objectId, code } = await byFile(input, registerObject, facts)
    entered.push({ objectId, code, name: object.name, kind: object.kind })
  }
  return entered
}

/** One line of a letter for each object. */
export const objectLines = (objects: readonly RegisteredObject[]) =>
  objects.map(({ code, name, kind }) => ({
    label: objectTexts('id')(`kind.${kind}` as never),
    value: `${name}, nomor ${code}`,
  }))

/**
 * Enters a person or firm as a taxpayer, with what it runs, and writes the letter that tells the number.
 * @basis PP 35/2023: satu NPWPD untuk satu wajib pajak; objeknya didata
 */
export const registerTaxpayerByFile: CaseEffect = async (input) => {
  const { tx, context, applicantPersonId } = input
  const person = await getPerson(tx, applicantPersonId)
  const nik = openNik(context.tenant, person)
  const contact = await contactOf(tx, input, 'mailAddress')
  const firm = textOf(input, 'taxpayerKind') === 'firm'
  const who = firm
    ? {
        kind: 'firm',
        name: textOf(input, 'firmName'),
        nib: textOf(input, 'nib'),
        npwp: textOf(input, 'npwp'),
        responsibleNik: nik,
      }
    : { kind: 'person', nik }
  const { taxpayerId, npwpd } = await byFile(input, registerTaxpayer, { ...who, ...contact })
  const objects = await enterObjects(input, npwpd)
  const name = firm ? textOf(input, 'firmName') : person.fullName
  const letter = await taxLetter(input, {
    title: 'Surat Pengukuhan Wajib Pajak Daerah',
    recipient: { name, lines: [contact.address] },
    subject: firm ? { name } : { name, personId: person.id },
    opening: [`${name} terdaftar sebagai wajib pajak daerah dengan nomor pokok ${npwpd}.`],
    rows: [
      { label: 'NPWPD', value: npwpd },
      { label: 'Nama', value: name },
      { label: 'NIB', value: firm ? textOf(input, 'nib') : '' },
      { label: 'Penanggung jawab', value: firm ? person.fullName : '' },
      { label: 'Alamat', value: contact.address },
      ...objectLines(objects),
    ],
    closing: [
      'Nomor ini dipakai untuk semua pajak daerah. Perubahan data dan penutupan usaha dilaporkan kepada Bapenda.',
    ],
  })
  return {
    facts: { taxpayerId, npwpd, objects: objects.map(({ objectId }) => objectId).join(' ') },
    documents: [letter],
  }
}

/** The objects end and the number is closed: it is never given to anybody else. */
export const closeRegistered: EffectUndo = async (input, facts) => {
  const reason = `Pendaftaran pada berkas ${input.caseNumber} dibatalkan`
  await endObjects(input, String(facts['objects'] ?? ''), reason)
  await byFile(input, changeTaxpayerState, { taxpayerId: facts['taxpayerId'], verb: 'close', reason })
}

/** Ends what a file entered, as far as it is still active. */
export async function endObjects(input: EffectInput, ids: string, ground: string): Promise<void> {
  for (const objectId of ids.split(' ').filter(Boolean)) {
    const row = await input.tx
      .selectFrom('local_tax.object')
      .select('state')
      .where('id', '=', objectId)
      .executeTakeFirst()
    if (row?.state === 'active') await byFile(input, endObject, { objectId, ground })
  }
}
