import { permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type AppError, notFound } from '#kernel/errors.ts'
import type { FormValues } from '#kernel/http/form-values.ts'
import { type Answer, get, page, post, redirect } from '#kernel/http/route.ts'
import { rowConverter } from '../checking/convert-row.ts'
import { loadVillages } from '../checking/villages.ts'
import { mapColumns } from '../commands/map-columns.ts'
import { plainValue } from '../mapping/codes.ts'
import { codeFields, dateFields, type FieldName, fieldNames } from '../mapping/fields.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { importPaths } from '../paths.ts'
import { openReading } from '../queries/imports.ts'
import { importTexts } from '../texts/desk.ts'
import { ColumnsPage } from '../views/columns-page.tsx'
import { type ImportContext, importAt, importParams } from './around.ts'

const prepares = permitted('population-import.prepare')

async function show(context: ImportContext, mapping?: Mapping, error?: AppError): Promise<Answer> {
  const { db, tenant, now } = context
  const one = await importAt(context)
  const reading = await openReading(tenant, db, one.id)
  if (!reading) throw notFound()
  const villages = await loadVillages(db)
  const used = mapping ?? (context.kept ? mappingFrom(context.kept) : reading.mapping)
  const convert = rowConverter(used, reading.columns, villages, dayOf(now, tenant.profile.zone).toString())
  return page(
    <ColumnsPage
      locale={context.locale}
      actor={context.actor}
      notice={context.notice}
      one={one}
      columns={reading.columns}
      mapping={used}
      villages={villages.list}
      preview={reading.sample.map((row) => convert(row))}
      error={error}
    />,
    error?.status ?? 200,
  )
}

/** The first rows as they would be entered, beside what each column means. */
export const columnForm = get(importPaths.columns(':importId'), {
  access: prepares,
  audit: 'personal-data',
  params: importParams,
  handle: (context) => show(context),
})

export const saveColumns = post(importPaths.columns(':importId'), {
  access: prepares,
  audit: 'personal-data',
  params: importParams,
  async handle(context) {
    const { importId } = context.params
    await importAt(context)
    const check = context.form.has('periksa')
    await context.run(mapColumns, { importId, mapping: mappingFrom(context.form), check })
    if (!check) context.notify(importTexts(context.locale)('done'))
    return redirect(check ? importPaths.show(importId) : `${importPaths.columns(importId)}#pratinjau`)
  },
  invalid: (context, error) => show(context, mappingFrom(context.form), error),
})

function mappingFrom(form: FormValues): Mapping {
  const columns: Partial<Record<FieldName, number>> = {}
  const fill: Partial<Record<FieldName, string>> = {}
  for (const name of fieldNames) {
    const column = form.get(`column.${name}`)
    if (/^\d{1,3}$/.test(column)) columns[name] = Number(column)
    const value = form.get(`fill.${name}`)
    if (value) fill[name] = value
  }
  const order = Object.fromEntries(
    dateFields.flatMap((name) => {
      const value = form.get(`order.${name}`)
      return value === 'dmy' || value === 'mdy' ? [[name, value]] : []
    }),
  )
  const values = Object.fromEntries(
    codeFields.flatMap((field) => {
      const pairs: [string, string][] = []
      for (let at = 0; form.has(`raw.${field}.${at}`); at += 1) {
        const meant = form.get(`value.${field}.${at}`)
        if (meant) pairs.push([plainValue(form.get(`raw.${field}.${at}`)), meant])
      }
      return pairs.length ? [[field, Object.fromEntries(pairs)]] : []
    }),
  )
  const village = form.get('village')
  return { columns, fill, order, values, ...(village ? { village } : {}) }
}
