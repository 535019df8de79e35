import type { AnyHandle } from '#kernel/db/database.ts'
import type { Tenant } from '#kernel/tenancy/tenants.ts'
import type { ChosenOptions } from '../definition/expressions.ts'
import type { FieldDefinition } from '../definition/schema-form.ts'
import { type OptionsAsked, optionSources, type RegisterOption } from '../extensions.ts'
import type { FormDefinition } from '../form/journey.ts'
import { fieldsOfPages } from '../form/kinds.ts'

/** Of every choice among rows of a register: the row that was chosen, if this person may choose it today. */
export async function chosenOptions(
  tenant: Tenant,
  db: AnyHandle,
  definition: FormDefinition,
  asked: OptionsAsked,
): Promise<ChosenOptions> {
  const chosen: Record<string, readonly RegisterOption[]> = {}
  for (const { id, optionsFrom } of fieldsOfPages(definition.form.pages)) {
    const value = asked.answers[id]
    if (optionsFrom === undefined || typeof value !== 'string' || value === '') continue
    const listed = await optionSources.get(optionsFrom).list(tenant, db, { ...asked, value })
    chosen[id] = listed.filter((option) => option.value === value)
  }
  return chosen
}

/** Fewer than this stand in one list that opens; among more, people search. */
export const longestList = 60
/** What a search shows at once. */
const shownAtOnce = 20

/** The rows of a register as one field offers them. */
export interface OfferedOptions {
  readonly address: string
  readonly all: number
  /** Undefined where the list is short enough to be shown whole. */
  readonly search: string | undefined
  readonly matching: number
  readonly shown: readonly RegisterOption[]
}

/** @param search words of which every one has to occur; undefined where nothing can be searched, so that all are shown */
export async function offeredOptions(
  tenant: Tenant,
  db: AnyHandle,
  field: FieldDefinition,
  asked: OptionsAsked & { readonly search: string | undefined },
): Promise<OfferedOptions> {
  const source = optionSources.get(field.optionsFrom ?? '')
  const { search, ...given } = asked
  const listed = await source.list(tenant, db, given)
  const isShort = search === undefined || listed.length <= longestList
  const matching = isShort ? listed : listed.filter((option) => isFound(option, search))
  const chosen = listed.filter((option) => option.value === asked.answers[field.id])
  const shown = isShort ? listed : [...new Set([...chosen, ...matching.slice(0, shownAtOnce)])]
  return {
    address: source.address,
    all: listed.length,
    search: isShort ? undefined : search,
    matching: matching.length,
    shown,
  }
}

function isFound({ value, label, group, detail }: RegisterOption, search: string): boolean {
  const text = [value, label, group, detail]
    .flatMap((part) => (typeof part === 'object' ? [part.id, part.en] : [part ?? '']))
    .join(' ')
    .toLowerCase()
  return search
    .toLowerCase()
    .split(/[\s,]+/)
    .every((word) => text.includes(word))
}
