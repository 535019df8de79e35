import type { FormValues } from '#kernel/http/form-values.ts'
import { type LetterTemplate, readValues } from '#modules/templates/index.ts'
import type { LetterContent, Recipient } from './content.ts'
import { type Security, securities, type Urgency, urgencies } from './domain.ts'

/** A letter as its form was posted; what the form does not ask stays as it was. */
export function readContent(template: LetterTemplate, form: FormValues, before: LetterContent): LetterContent {
  const security = form.get('security') as Security
  const urgency = form.get('urgency') as Urgency
  return {
    ...before,
    subject: form.get('subject').replace(/\s+/g, ' '),
    recipients: form.has('recipients') ? parseRecipients(form.get('recipients')) : before.recipients,
    copies: linesOf(form.get('copies')),
    attachmentsNote: form.get('attachmentsNote'),
    security: securities.includes(security) ? security : before.security,
    urgency: urgencies.includes(urgency) ? urgency : before.urgency,
    classification: form.get('classification').replace(/\s+/g, ''),
    values: form.has('add-row') ? readValues(template, form) : withoutEmptyRows(readValues(template, form)),
  }
}

/** The form shows one empty row to begin with; left empty it is no row of the letter. */
function withoutEmptyRows(values: LetterContent['values']): LetterContent['values'] {
  const isEmpty = (row: unknown) =>
    typeof row === 'object' && row !== null && Object.values(row).every((cell) => cell === '' || cell === undefined)
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.filter((row) => !isEmpty(row)) : value,
    ]),
  )
}

/** Blocks with an empty line between them: first line the name, the others the address. */
export function parseRecipients(text: string): Recipient[] {
  return text
    .split(/\n[ \t]*\n/)
    .map(linesOf)
    .filter((lines) => lines.length > 0)
    .map(([name = '', ...lines]) => ({ name, lines: lines.slice(0, 8) }))
}

export function writeRecipients(recipients: readonly Recipient[]): string {
  return recipients.map(({ name, lines }) => [name, ...lines].join('\n')).join('\n\n')
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}
