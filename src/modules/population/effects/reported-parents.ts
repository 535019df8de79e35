import { AppError } from '#kernel/errors.ts'
import { type Family, findPersonByNik, getFamily, getPerson, type Person } from '#modules/people/index.ts'
import type { EffectInput } from '#modules/services/index.ts'
import { bornAfterDeath, type Parentage } from '../domain.ts'
import type { BirthParentsOnPaper } from './birth-entry.ts'
import type { ReportedChild } from './reported-children.ts'

export interface ReportedParents {
  readonly parentage: Parentage
  /** Undefined for a foundling, and for a foreigner who is in no register here. */
  readonly mother: Person | undefined
  readonly father: Person | undefined
  readonly motherName: string | undefined
  readonly fatherName: string | undefined
  /** Of the parent who is in no register here. */
  readonly foreignNationality: string | undefined
  /** Whose card the child joins: a parent's, or that of the family or institution which takes in a foundling. */
  readonly family: Family
  readonly onPaper: BirthParentsOnPaper
}

/** Whose child it is, and on which card it belongs. @throws invalid-input for who is not in the register */
export async function reportedParents(
  input: Pick<EffectInput, 'tx' | 'context' | 'answers' | 'applicantPersonId'>,
  child: ReportedChild,
): Promise<ReportedParents> {
  const text = (name: string) => String(input.answers[name] ?? '')
  if (text('birthCase') === 'foundling') return foundling(input)
  const parentage = text('parentage') as Parentage
  const foreign = text('foreignParent')
  const mother = foreign === 'mother' ? undefined : await byNik(input, 'motherNik')
  // A father of another region is known by his name alone; only a card of this region is renewed.
  const father =
    parentage === 'mother-only' || foreign === 'father'
      ? undefined
      : await findPersonByNik(input.context.tenant, input.tx, text('fatherNik'))
  if (mother && bornAfterDeath(Temporal.PlainDate.from(child.bornOn), mother.diedOn)) {
    throw atField(
      'motherNik',
      'Menurut register, ibu ini meninggal sebelum tanggal lahir anak. Kembalikan berkas ke verifikator.',
      'In the register this mother died before the child was born. Return the file to the verifier.',
    )
  }
  const familyId = mother?.familyId ?? father?.familyId
  if (!familyId) throw missing(mother ? 'motherNik' : 'fatherNik')
  const motherName = mother?.fullName ?? text('motherName')
  const fatherName = parentage === 'mother-only' ? undefined : (father?.fullName ?? text('fatherName'))
  return {
    parentage,
    mother,
    father,
    motherName,
    fatherName,
    foreignNationality: foreign === 'mother' || foreign === 'father' ? text('foreignNationality') : undefined,
    family: await getFamily(input.tx, familyId),
    onPaper: onPaper(parentage, motherName, fatherName),
  }
}

/** Nobody knows the parents: the child joins the card of the family or institution that takes it in. */
async function foundling(
  input: Pick<EffectInput, 'tx' | 'context' | 'answers' | 'applicantPersonId'>,
): Promise<ReportedParents> {
  const carer =
    input.answers['carerKind'] === 'institution'
      ? await byNik(input, 'carerNik')
      : await getPerson(input.tx, input.applicantPersonId)
  if (!carer.familyId) throw missing('carerNik')
  const none = { mother: undefined, father: undefined, motherName: undefined, fatherName: undefined }
  return {
    parentage: 'foundling',
    ...none,
    foreignNationality: undefined,
    family: await getFamily(input.tx, carer.familyId),
    onPaper: { kind: 'unknown' },
  }
}

function onPaper(parentage: Parentage, mother: string, father: string | undefined): BirthParentsOnPaper {
  if (parentage === 'mother-only' || !father) return { kind: 'mother-only', mother }
  return { kind: parentage === 'married' ? 'married' : 'marriage-not-recorded', mother, father }
}

/**
 * A child of at least one Indonesian is Indonesian; so is a child that was found here.
 * @basis UU 12/2006 pasal 4
 */
export function citizenshipOfChild(parents: ReportedParents): { readonly code: string; readonly isDual: boolean } {
  const known = [parents.mother, parents.father].filter((parent) => parent !== undefined)
  if (known.length === 0) return { code: 'WNI', isDual: false }
  const isIndonesian = known.some((parent) => parent.citizenship === 'WNI')
  const hasForeign = parents.foreignNationality !== undefined || known.some((parent) => parent.citizenship !== 'WNI')
  return isIndonesian ? { code: 'WNI', isDual: hasForeign } : { code: known[0]?.citizenship ?? 'WNA', isDual: false }
}

async function byNik(input: Pick<EffectInput, 'tx' | 'context' | 'answers'>, field: string): Promise<Person> {
  const person = await findPersonByNik(input.context.tenant, input.tx, String(input.answers[field] ?? ''))
  if (!person) throw missing(field)
  return person
}

function missing(path: string): AppError {
  return atField(
    path,
    'NIK ini tidak ada pada register daerah, sehingga kartu keluarga tidak dapat diperbarui. Kembalikan berkas ke verifikator.',
    'This NIK is not in the regional register, so the family card cannot be renewed. Return the file to the verifier.',
  )
}

function atField(path: string, id: string, en: string): AppError {
  return new AppError('invalid-input', { fields: [{ path, message: { id, en } }] })
}
