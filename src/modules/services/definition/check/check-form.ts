import { formFaults } from '../../form/form-faults.ts'
import { isRegisterChoice } from '../../form/kinds.ts'
import { fieldsOf, placedFields } from '../fields.ts'
import { askedWhen, isPossible } from '../proof/every-case.ts'
import type { World } from '../proof/world.ts'
import type { ColumnDefinition, FieldDefinition, ServiceDefinition } from '../schema.ts'
import { pathsIn } from './ast.ts'
import { type AddFault, duplicates, type Fault, findingFaults } from './fault.ts'

const withOptions = new Set(['choice', 'multi'])
const rows = new Set(['repeat', 'table'])
const numbers = new Set(['number', 'money', 'computed'])

/** The form: each field complete for its kind, named once, and asked in some case. */
export function checkForm(definition: ServiceDefinition, world: World): Fault[] {
  return findingFaults((add) => {
    const fields = fieldsOf(definition)
    for (const id of duplicates(fields.map((field) => field.id))) {
      add('field-twice', `fields.${id}`, `Isian "${id}" ditulis dua kali.`, `Field "${id}" occurs twice.`)
    }
    for (const id of duplicates(definition.form.pages.map((page) => page.id))) {
      add('page-twice', `pages.${id}`, `Halaman "${id}" ditulis dua kali.`, `Page "${id}" occurs twice.`)
    }
    for (const field of fields) checkField(field, `fields.${field.id}`, add)
    for (const row of definition.flow.transitions)
      for (const field of row.form) checkField(field, `findings.${field.id}`, add)
    checkAsked(definition, world, add)
    checkComputed(definition, add)
  })
}

function checkField(field: FieldDefinition, at: string, add: AddFault): void {
  checkQuestion(field, at, add)
  if (field.fixed && !field.prefill)
    add(
      'field-fixed',
      at,
      'Isian ini terkunci tetapi tidak ada yang mengisinya.',
      'The field is fixed but nothing fills it.',
    )
  if (field.kind === 'computed' && (!field.value || !field.gives)) {
    add(
      'field-computed',
      at,
      'Isian hitungan perlu "value" dan "gives".',
      'A computed field needs "value" and "gives".',
    )
  }
  if (field.kind !== 'computed' && (field.value || field.gives)) {
    add('field-computed', at, 'Hanya isian hitungan yang punya "value".', 'Only a computed field has a "value".')
  }
  if (rows.has(field.kind) !== (field.fields !== undefined)) {
    add(
      'field-columns',
      at,
      'Kelompok berulang dan tabel punya kolom, isian lain tidak.',
      'Repeat groups and tables have columns, other fields have none.',
    )
  }
  if (field.kind === 'consent' && !field.purpose) {
    add(
      'field-consent',
      at,
      'Persetujuan harus menyebut untuk apa datanya dipakai.',
      'A consent has to say what the data are used for.',
    )
  }
  if (field.minItems !== undefined && field.maxItems !== undefined && field.minItems > field.maxItems) {
    add(
      'field-bounds',
      at,
      'Jumlah baris terkecil lebih besar daripada terbesar.',
      'The fewest rows are more than the most.',
    )
  }
  for (const id of duplicates((field.fields ?? []).map((column) => column.id))) {
    add('field-twice', `${at}.${id}`, `Kolom "${id}" ditulis dua kali.`, `Column "${id}" occurs twice.`)
  }
  for (const column of field.fields ?? []) checkQuestion(column, `${at}.${column.id}`, add)
}

function checkQuestion(field: FieldDefinition | ColumnDefinition, at: string, add: AddFault): void {
  const isFromRegister = isRegisterChoice(field)
  if (isFromRegister && (field.kind !== 'choice' || field.options))
    add(
      'field-options',
      at,
      'Hanya satu pilihan tanpa isi sendiri yang dapat diambil dari register.',
      'Only a single choice without options of its own can come from a register.',
    )
  if (withOptions.has(field.kind) && !field.options && !isFromRegister)
    add('field-options', at, 'Pilihan tidak punya isi.', 'The choice has no options.')
  if (!withOptions.has(field.kind) && field.options)
    add(
      'field-options',
      at,
      'Ada pilihan, tetapi isian ini bukan pilihan.',
      'There are options, but the field is no choice.',
    )
  for (const value of duplicates((field.options ?? []).map((option) => option.value))) {
    add('field-options', at, `Pilihan "${value}" ditulis dua kali.`, `Option "${value}" occurs twice.`)
  }
  if (field.min !== undefined && field.max !== undefined && field.min > field.max) {
    add('field-bounds', at, 'Batas bawah lebih besar daripada batas atas.', 'The lowest value is above the highest.')
  }
  if (field.measure && !numbers.has(field.kind)) {
    add('field-measure', at, 'Hanya bilangan yang punya satuan ukur.', 'Only a number has a measure.')
  }
}

function checkAsked(definition: ServiceDefinition, world: World, add: AddFault): void {
  const placed = placedFields(definition)
  const asked = askedWhen(placed)
  for (const { field, conditions } of placed) {
    if (conditions.some((when) => pathsIn(when).includes(`answers.${field.id}`))) {
      add(
        'field-asks-itself',
        `fields.${field.id}`,
        'Isian ini hanya muncul bila ia sudah dijawab.',
        'The field is asked only when it is answered already.',
      )
    }
    if (conditions.length > 0 && !isPossible(conditions, world, asked)) {
      add('field-never', `fields.${field.id}`, 'Isian ini tidak pernah ditanyakan.', 'The field is never asked.')
    }
  }
}

/** Whatever else makes a form one that cannot be filled in: circles, kinds that do not go together. */
export function checkFormAsWhole(definition: ServiceDefinition): Fault[] {
  return formFaults(definition).map((text) => {
    const name = /^(?:a group of )?(page|field) "([^"]+)"/.exec(text)
    const element = name ? `${name[1]}s.${name[2]}` : 'form'
    return { code: 'form', element, say: { id: `Formulir: ${text}.`, en: `The form: ${text}.` } }
  })
}

/** A computed field that comes from itself, over others too, has no value. */
function checkComputed(definition: ServiceDefinition, add: AddFault): void {
  const computed = new Map(
    fieldsOf(definition).flatMap((field) => (field.value === undefined ? [] : [[field.id, field.value]])),
  )
  for (const id of computed.keys()) {
    const seen = new Set<string>()
    const open = [id]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const path of pathsIn(computed.get(next) ?? '')) {
        const name = path.startsWith('answers.') ? path.slice('answers.'.length) : ''
        if (!computed.has(name) || seen.has(name)) continue
        seen.add(name)
        open.push(name)
      }
    }
    if (seen.has(id))
      add(
        'field-from-itself',
        `fields.${id}`,
        'Isian hitungan ini dihitung dari dirinya sendiri.',
        'The computed field comes from itself.',
      )
  }
}
