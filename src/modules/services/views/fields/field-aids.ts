import type { AddressLevel, MapSheet } from '#ui/index.ts'
import type { EarlierFile } from '../../queries/earlier-files.ts'
import type { OfferedOptions } from '../../queries/register-options.ts'

/** What the fields of one page need from the registers, besides their answers. */
export interface FieldAids {
  /** Levels of every area picker, by the name of its inputs ("home.area"). */
  readonly areas: Readonly<Record<string, readonly AddressLevel[]>>
  readonly family: readonly Readonly<Record<string, unknown>>[]
  /** Papers given before, by field. */
  readonly earlier: Readonly<Record<string, readonly EarlierFile[]>>
  /** Rows of registers to choose from, by field. */
  readonly options: Readonly<Record<string, OfferedOptions>>
  readonly sheet: MapSheet | undefined
  /** The village whose centre a map point may take. */
  readonly centre: { readonly name: string; readonly lat: number; readonly lon: number } | undefined
}

export const noAids: FieldAids = {
  areas: {},
  family: [],
  earlier: {},
  options: {},
  sheet: undefined,
  centre: undefined,
}
