import { z } from 'zod'
import { permitted } from '#kernel/access/access.ts'
import { command } from '#kernel/command/command.ts'
import { invalidField, notFound } from '#kernel/errors.ts'
import { newId } from '#kernel/ids.ts'
import { labelOf } from '#kernel/journal/journal.ts'
import { findOwnRegion } from '#modules/territory/index.ts'
import { placeRow, type RuleUnit, readRuleValue } from '../domain.ts'

/**
 * A new dated row of a known rule for this region. No row is ever changed: the one before it ends the day before.
 * Running cases keep the figures they were made under.
 */
export const addRow = command({
  name: 'rules.add-row',
  event: 'rules.row-added.v1',
  access: permitted('rules.edit', { stepUp: true }),
  input: z.object({
    key: z.string(),
    /** As typed; what it must be follows from the rule's unit. */
    value: z.string().trim().min(1).max(100_000),
    citation: z.string().trim().min(5).max(300),
    validFrom: z.iso.date(),
    validTo: z.iso.date().optional(),
  }),
  async run(tx, input, context) {
    const region = (await findOwnRegion(tx))?.code ?? ''
    context.require('rules.edit', { territory: region })
    const rows = await tx
      .selectFrom('rules.rule')
      .selectAll()
      .where('key', '=', input.key)
      .where('region', 'in', ['', region])
      .orderBy('valid_from', 'desc')
      .forUpdate()
      .execute()
    const like = rows[0]
    if (!like) throw notFound()
    const unit = like.unit as RuleUnit
    const value = readRuleValue(unit, input.value)
    if (value === undefined) throw invalidField('value', ...wrongValue(unit))
    if (input.validTo && input.validTo < input.validFrom) {
      throw invalidField(
        'validTo',
        'Hari terakhir tidak boleh sebelum hari pertama.',
        'The last day lies before the first.',
      )
    }
    const own = rows
      .filter((row) => row.region === region)
      .map((row) => ({ id: row.id, validFrom: row.valid_from, validTo: row.valid_to ?? undefined }))
    const place = placeRow(own, input.validFrom, input.validTo)
    if (place.kind === 'overlaps') {
      throw invalidField(
        'validFrom',
        `Sudah ada baris yang berlaku mulai ${place.with.validFrom}. Pilih hari sesudahnya.`,
        `There is a row from ${place.with.validFrom} on. Choose a later day.`,
      )
    }
    if (place.closes) {
      await tx
        .updateTable('rules.rule')
        .set({ valid_to: place.closes.validTo })
        .where('id', '=', place.closes.id)
        .execute()
    }
    const id = newId(context.now.epochMilliseconds)
    await tx
      .insertInto('rules.rule')
      .values({
        id,
        key: input.key,
        region,
        value: JSON.stringify(value),
        unit,
        title_id: like.title_id,
        title_en: like.title_en,
        citation: input.citation,
        status: 'unverified',
        valid_from: input.validFrom,
        valid_to: input.validTo ?? null,
        recorded_at: context.now.toString(),
        recorded_by: labelOf(context.actor),
      })
      .execute()
    context.invalidate('rules', 'services')
    const { key, citation, validFrom } = input
    const payload = { key, region, value: JSON.stringify(value), citation, validFrom, closed: place.closes?.id ?? null }
    return { result: { id }, event: { subject: { type: 'rule', id }, payload } }
  },
})

function wrongValue(unit: RuleUnit): [id: string, en: string] {
  if (unit === 'date') return ['Tulis tanggal seperti 2026-12-31.', 'Write a day like 2026-12-31.']
  if (unit === 'ratio') return ['Tulis angka desimal seperti 0,005.', 'Write a decimal like 0.005.']
  if (unit === 'table') return ['Tulis tabel sebagai JSON yang benar.', 'Write the table as valid JSON.']
  return ['Tulis angka bulat, tanpa koma.', 'Write a whole number.']
}
