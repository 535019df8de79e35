import type { TemplateData, TemplateName } from '../template-data.ts'
import { presentBill } from './bill.ts'
import { presentBirthCertificate } from './birth-certificate.ts'
import { presentBlankForm } from './blank-form.ts'
import { presentCertificate } from './certificate.ts'
import { presentChildCard } from './child-card.ts'
import { presentCivilCertificate } from './civil-certificate.ts'
import { presentDeathCertificate } from './death-certificate.ts'
import { presentDecisionLetter } from './decision-letter.ts'
import { presentFamilyCard } from './family-card.ts'
import { presentMovingLetter } from './moving-letter.ts'
import { presentOfficialLetter } from './official-letter.ts'
import { presentReceipt } from './receipt.ts'
import { presentTaxNotices } from './tax-notices.ts'

type Presenters = { readonly [Name in TemplateName]: (data: TemplateData[Name]) => object }

const PRESENTERS: Presenters = {
  'birth-certificate': presentBirthCertificate,
  'death-certificate': presentDeathCertificate,
  'civil-certificate': presentCivilCertificate,
  'moving-letter': presentMovingLetter,
  'child-card': presentChildCard,
  'family-card': presentFamilyCard,
  receipt: presentReceipt,
  'blank-form': presentBlankForm,
  'decision-letter': presentDecisionLetter,
  certificate: presentCertificate,
  bill: presentBill,
  'tax-notices': presentTaxNotices,
  'official-letter': presentOfficialLetter,
}

/** Turns typed data into the words that a template prints: dates, names of offices, phrases. Pure. */
export function present<Name extends TemplateName>(template: Name, data: TemplateData[Name]): object {
  return PRESENTERS[template](data)
}
