import { getPerson, openNik } from '#modules/people/index.ts'
import type { Region } from './stage.ts'

/** What officers type, taken from the region's own files, so that every question has an answer. */
export interface Questions {
  readonly commonNames: readonly string[]
  readonly fullNames: readonly string[]
  readonly niks: readonly string[]
  readonly cases: readonly { readonly id: string; readonly number: string }[]
}

const asked = 500
