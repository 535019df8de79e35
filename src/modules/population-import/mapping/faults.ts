import type { FieldError } from '#kernel/errors.ts'
import type { LocalText } from '#kernel/i18n/texts.ts'
import { knownMeaning } from './codes.ts'
import { provedOrder } from './dates.ts'
import { codeFields, dateFields, type FieldName, fieldNames, fieldOf } from './fields.ts'
import type { ColumnFacts, Mapping } from './mapping.ts'

/** What keeps a mapping from being used, each at its field of the form. Empty when the file can be checked. */
export function mappingFaults(mapping: Mapping, columns: readonly ColumnFacts[]): FieldError[] {
  const faults: FieldError[] = []
  const add = (path: string, message: LocalText) => faults.push({ path, message })
  const used = new Map<number, FieldName>()
  for (const name of fieldNames) {
    const column = mapping.columns[name]
    const { label, isNeeded } = fieldOf(name)
    if (column === undefined) {
      if (isNeeded && !mapping.fill[name]) add(`column.${name}`, missing(label))
      continue
    }
    const other = used.get(column)
    if (other) add(`column.${name}`, twice(label, fieldOf(other).label))
    used.set(column, name)
  }
  const { villageCode, villageName } = mapping.columns
  if (villageCode === undefined && villageName === undefined && !mapping.village) add('village', noVillage)
  for (const name of dateFields) {
    const evidence = columns[mapping.columns[name] ?? -1]?.dates
    if (evidence && provedOrder(evidence) === 'unknown' && !mapping.order[name])
      add(`order.${name}`, noOrder(evidence.either))
  }
  return faults
}

/** Values of coded columns that nobody has translated yet, most frequent first. Rows with them would be refused. */
export function untranslated(mapping: Mapping, columns: readonly ColumnFacts[]) {
  return codeFields.flatMap((field) => {
    const values = columns[mapping.columns[field] ?? -1]?.values ?? []
    const unknown = values.filter(([value]) => value !== '' && knownMeaning(field, value) === undefined)
    return unknown.length ? [{ field, values: unknown }] : []
  })
}

const missing = (label: LocalText): LocalText => ({
  id: `Pilih kolom untuk ${label.id}. Setiap orang pada register harus memilikinya.`,
  en: `Choose the column for ${label.en}. Everybody in the register must have it.`,
})
const twice = (label: LocalText, other: LocalText): LocalText => ({
  id: `Kolom ini sudah dipakai untuk ${other.id}. Pilih kolom lain untuk ${label.id}.`,
  en: `This column is used for ${other.en} already. Choose another one for ${label.en}.`,
})
const noVillage: LocalText = {
  id: 'Pilih kolom desa atau kelurahan, atau satu desa untuk seluruh berkas.',
  en: 'Choose the column of the village, or one village for the whole file.',
}
const noOrder = (either: number): LocalText => ({
  id: `Pilih urutan tanggal. ${either} tanggal pada kolom ini dapat dibaca dua cara dan tidak satu pun membuktikan urutannya.`,
  en: `Choose the order of dates. ${either} dates of this column can be read in two ways and none proves the order.`,
})
