import type { FieldError } from '#kernel/errors.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import type { OpenCase } from '../commands/case-row.ts'
import { expressionsOf } from '../definition/expressions.ts'
import { factsOf } from '../flow/facts.ts'
import { askedFields, readAnswers, type Typed } from '../form/read-answers.ts'
import { stepForm } from '../form/step-form.ts'
import { listAttachments } from '../queries/attachments.ts'
import type { OfferedStep } from '../queries/offered-steps.ts'
import type { StepFieldsProps } from '../views/step-fields.tsx'
import { fieldAids } from './field-aids.ts'
import { afterButton, workButtons } from './page-work.ts'

/** The form of a step as it stands for what was typed so far. */
export async function stepFieldsOf(
  context: RouteContext,
  open: OpenCase,
  step: Pick<OfferedStep, 'form'>,
  given: { readonly typed: Typed | undefined; readonly errors: readonly FieldError[]; readonly uploadUrl: string },
): Promise<StepFieldsProps> {
  const { tenant, db, now } = context
  const files = await listAttachments(db, open.row.id)
  const language = expressionsOf(open.definition)
  const facts = factsOf(tenant, open, now)
  const typed = given.typed ?? {}
  const found = stepForm(step.form, typed, language, facts)
  const scope = language.freshScope({ ...facts, findings: { ...facts.findings, ...found.findings } })
  return {
    caseId: open.row.id,
    fields: found.fields,
    values: { ...(found.findings as Typed), ...typed },
    files,
    errors: given.errors,
    aids: await fieldAids(context, {
      ownerId: open.row.id,
      personId: open.row.applicant_person_id,
      fields: found.fields,
      values: typed,
    }),
    uploadUrl: given.uploadUrl,
    isRequired: (field) => scope.isTrue(field.required),
    zone: tenant.profile.zone,
  }
}

/** What was typed into the form of a step. */
export function typedInStep(context: Pick<RouteContext, 'form'>, step: Pick<OfferedStep, 'form'>): Typed {
  return readAnswers(context.form, askedFields(context.form, step.form))
}

/** True when a button of the form was pressed that changes it and comes back to it: a file, a row, a place. */
export function isWork(context: RouteContext): boolean {
  return workButtons.some((name) => context.form.has(name))
}

export async function afterWork(context: RouteContext, open: OpenCase, typed: Typed): Promise<Typed> {
  return afterButton(context, typed, open.row.applicant_person_id, true)
}
