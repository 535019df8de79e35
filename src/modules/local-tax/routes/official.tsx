import { permitted } from '#kernel/access/access.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import { type Answer, type AnyRoute, get, page, post, redirect } from '#kernel/http/route.ts'
import { findCalculator, readTaxForm } from '#modules/tax/index.ts'
import { parseDateParts } from '#ui/index.ts'
import { officialTaxes } from '../claims.ts'
import { discardDraft, draftAssessment } from '../commands/draft-assessment.ts'
import { localTaxPaths } from '../paths.ts'
import { findObject } from '../queries/objects.ts'
import { claimTexts } from '../texts/claims.ts'
import { officialTexts } from '../texts/official.ts'
import { OfficialFormPage, officialFields } from '../views/official-form-page.tsx'
import { around, idParams, inSight, type OneContext, typedIn } from './around.ts'
import { showAssessment } from './assessments.tsx'

const assesses = permitted('local-tax.assess')

async function asked(context: OneContext) {
  const object = await inSight(context, await findObject(context.db, context.params.id), (one) => one.villageCode)
  const official = officialTaxes[object.kind]
  const calculator = official && findCalculator(official.calculator)
  if (!calculator || object.state !== 'active') throw notFound()
  const form = context.kept ?? context.form
  return { object, calculator, raw: readTaxForm(officialFields(calculator), form) }
}

async function showForm(context: OneContext, error?: AppError): Promise<Answer> {
  const { object, calculator, raw } = await asked(context)
  const typed = typedIn(context)
  const size = object.details['area']
  const known = size ? { valueIs: 'formula', boards: [{ area: size, sides: object.details['sides'] ?? 1 }] } : {}
  return page(
    <OfficialFormPage
      {...around(context)}
      {...{ object, calculator, error }}
      raw={Object.keys(raw).length === 0 ? known : raw}
      periodFrom={parseDateParts(typed, 'periodFrom')}
      periodTo={parseDateParts(typed, 'periodTo')}
      ground={typed['ground'] ?? ''}
    />,
    error?.status ?? 200,
  )
}

export const officialRoutes: readonly AnyRoute[] = [
  get(localTaxPaths.assessObject(':id'), {
    access: assesses,
    audit: 'none',
    params: idParams,
    handle: (context) => showForm(context),
  }),
  post(localTaxPaths.assessObject(':id'), {
    access: assesses,
    audit: 'none',
    params: idParams,
    async handle(context) {
      const { object, raw } = await asked(context)
      if (context.form.has('add-row') || context.form.has('remove-row')) return showForm(context)
      const typed = typedIn(context)
      const { assessmentId } = await context.run(draftAssessment, {
        objectId: object.id,
        periodFrom: parseDateParts(typed, 'periodFrom'),
        periodTo: parseDateParts(typed, 'periodTo'),
        ground: typed['ground'],
        input: raw,
      })
      context.notify(officialTexts(context.locale)('computed'))
      return redirect(localTaxPaths.assessment(assessmentId))
    },
    invalid: showForm,
  }),
  post(localTaxPaths.assessmentAct(':id', 'buang'), {
    access: assesses,
    audit: 'personal-data',
    params: idParams,
    async handle(context) {
      await context.run(discardDraft, { ...typedIn(context), assessmentId: context.params.id })
      context.notify(claimTexts(context.locale)('done'))
      return redirect(localTaxPaths.assessment(context.params.id))
    },
    invalid: showAssessment,
  }),
]
