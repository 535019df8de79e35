import type { PersonFacts, Sex } from '#modules/people/index.ts'
import type { EffectInput, EffectOutcome } from '#modules/services/index.ts'
import { findBirthOf } from '../effects/birth-entry.ts'
import { correctBirthEntry } from '../effects/correct-birth.ts'
import { correctDeath } from '../effects/correct-death.ts'
import { findEntryByNumber, registerName } from '../queries/own-entries.ts'
import { changedPerson } from './changed-person.ts'
import { atNumber, correctCivilEntry, isCorrectable } from './correct-entry.ts'
import { recordChange } from './record-change.ts'

/**
 * Corrects an error of writing on a certificate long after its file was closed. A birth entry of this register is put right
 * and its extract issued again; for one of an older register the person's data are corrected and a letter says so.
 * @basis UU 23/2006 pasal 71; Perpres 96/2018 pasal 59
 */
export async function correctCertificate(input: EffectInput): Promise<EffectOutcome> {
  if (input.answers['certificate'] !== 'birth') return correctByNumber(input)
  const { answers } = input
  const text = (name: string) => String(answers[name] ?? '').trim() || undefined
  const person = await changedPerson(input)
  const birth = await findBirthOf(input.tx, person.id)
  const correction = {
    name: text('rightName'),
    sex: text('rightSex') as Sex | undefined,
    bornOn: text('rightOn'),
    birthplace: text('rightPlace'),
    mother: text('rightMother'),
    father: text('rightFather'),
  }
  if (birth) return correctBirthEntry(input, birth, correction)
  const facts: Record<string, string> = {}
  if (correction.name) facts['fullName'] = correction.name
  if (correction.sex) facts['sex'] = correction.sex
  if (correction.bornOn) facts['birthOn'] = correction.bornOn
  if (correction.birthplace) facts['birthPlace'] = correction.birthplace
  if (correction.mother) facts['motherName'] = correction.mother
  if (correction.father) facts['fatherName'] = correction.father
  const number = text('certificateNumber') ?? person.birthCertificateNumber ?? '-'
  return recordChange(input, {
    person,
    kind: 'correction',
    code: 'PA',
    facts: facts as PersonFacts,
    validOn: correction.bornOn ?? person.birthOn,
    reason: `Pembetulan akta kelahiran ${number}`,
    details: { certificate: number, wrong: text('whatIsWrong') ?? '' },
    certificate: {
      title: 'Surat Keterangan Pembetulan Akta',
      register: 'Register Pembetulan Akta',
      happened: 'telah dibetulkan akta kelahiran atas nama',
      rows: [
        { label: 'Nomor akta', value: number },
        { label: 'Yang dibetulkan', value: text('whatIsWrong') ?? '-' },
      ],
    },
  })
}

async function correctByNumber(input: EffectInput): Promise<EffectOutcome> {
  const { answers } = input
  const wanted = String(answers['certificate'])
  const entry = await findEntryByNumber(input.tx, String(answers['certificateNumber'] ?? '').trim())
  if (entry?.register !== wanted) {
    const name = registerName(wanted)
    throw atNumber(
      `${name.id} dengan nomor ini tidak ada pada register. Kembalikan berkas ke verifikator.`,
      `No ${name.en.toLowerCase()} with this number stands in the register. Return the file to the verifier.`,
    )
  }
  if (isCorrectable(entry.register)) return correctCivilEntry(input, entry)
  const findings = { correctDiedOn: answers['rightOn'] ?? '', correctPlace: answers['rightPlace'] ?? '' }
  return correctDeath({ ...input, caseId: entry.caseId, findings })
}
