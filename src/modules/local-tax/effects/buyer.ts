import { AppError } from '#kernel/errors.ts'
import { getPerson, openNik } from '#modules/people/index.ts'
import type { EffectInput } from '#modules/services/index.ts'
import { registerTaxpayer } from '../commands/register-taxpayer.ts'
import { findTaxpayerOf, listTaxpayersOf } from '../queries/taxpayers.ts'
import { byFile } from './by-file.ts'
import { contactOf, textOf } from './file-answers.ts'

interface Payer {
  readonly taxpayerId: string
  readonly npwpd: string
}

/** The applicant as taxpayer; who is none yet becomes one, with the address of his file. */
export async function ownTaxpayerOf(input: EffectInput, addressField: string): Promise<Payer> {
  const { tx, context, applicantPersonId } = input
  const known = await findTaxpayerOf(tx, { personId: applicantPersonId })
  if (known) return { taxpayerId: known.id, npwpd: known.npwpd }
  const nik = openNik(context.tenant, await getPerson(tx, applicantPersonId))
  const contact = await contactOf(tx, input, addressField)
  return byFile(input, registerTaxpayer, { kind: 'person', nik, ...contact })
}

/** Who acquires: the applicant, or the firm that he leads. @throws conflict when he leads it no longer */
export async function buyerOf(input: EffectInput): Promise<Payer> {
  if (textOf(input, 'buyerKind') !== 'firm') return ownTaxpayerOf(input, 'mailAddress')
  const npwpd = textOf(input, 'buyerNpwpd')
  const firm = (await listTaxpayersOf(input.tx, input.applicantPersonId)).find((each) => each.npwpd === npwpd)
  if (firm?.state === 'active') return { taxpayerId: firm.id, npwpd }
  throw new AppError('conflict', {
    text: { id: 'Badan usaha pembeli tidak lagi aktif.', en: 'The firm that acquires is no longer active.' },
  })
}
