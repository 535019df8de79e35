import { isPermitted, permitted } from '#kernel/access/access.ts'
import type { AppError, FieldError } from '#kernel/errors.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { countOpenRefunds } from '../queries/refunds.ts'
import { countSuspense } from '../queries/suspense.ts'
import { countOpenDifferences } from '../reconciliation/queries.ts'
import type { DeskAround } from '../views/desk-frame.tsx'

export const reading = { access: permitted('billing.read'), audit: 'none' } as const
export const resolving = { access: permitted('billing.resolve'), audit: 'personal-data' } as const

/** What every page of the treasurer shows around its own content. */
export async function deskAround(context: RouteContext, error?: AppError): Promise<DeskAround> {
  const { db, actor } = context
  const mayResolve = isPermitted(actor, 'billing.resolve')
  const mayReconcile = isPermitted(actor, 'billing.reconcile')
  const [suspense, refunds, differences] = await Promise.all([
    mayResolve ? countSuspense(db, actor) : undefined,
    countOpenRefunds(db, actor),
    mayReconcile ? countOpenDifferences(db) : undefined,
  ])
  return {
    unitName: actor.position?.unitName ?? '',
    notice: context.notice,
    errors: error ? plainErrors(error) : [],
    counts: { suspense, refunds },
    mayAdminister: isPermitted(actor, 'billing.administer'),
    differences,
    maySeeClosings: isPermitted(actor, 'billing.close'),
  }
}

const sentences: Readonly<Record<string, FieldError['message']>> = {
  reason: { id: 'Tulis alasannya, paling sedikit sepuluh huruf.', en: 'Give the reason, at least ten letters.' },
  payeeName: { id: 'Tulis nama pemilik rekening.', en: 'Write the name of the account holder.' },
  payeeBank: { id: 'Tulis nama bank.', en: 'Write the name of the bank.' },
  payeeAccount: { id: 'Nomor rekening terdiri dari 6 sampai 20 angka.', en: 'An account number has 6 to 20 digits.' },
  transferReference: { id: 'Tulis nomor bukti transfer dari bank.', en: 'Write the transfer reference of the bank.' },
  note: { id: 'Tulis alasan menolak, paling sedikit sepuluh huruf.', en: 'Give the reason, at least ten letters.' },
}

/** Errors of a schema say what is wrong with a value; people want to know what to write. */
function plainErrors(error: AppError): readonly FieldError[] {
  if (error.fields.length === 0) return [{ path: '', message: { id: error.say('id'), en: error.say('en') } }]
  return error.fields.map((field) => ({ path: field.path, message: sentences[field.path] ?? field.message }))
}

/** Everything that was typed, to be given back with the errors. */
export function typedIn(context: RouteContext): Readonly<Record<string, string>> {
  return Object.fromEntries((context.kept ?? context.form).entries())
}
