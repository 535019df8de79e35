import type { Result } from '../calculation/calculate.ts'
import type { Exact } from '../calculation/exact.ts'
import type { GoldenCase, GoldenMapping } from './golden.ts'

export type Input = Readonly<Record<string, unknown>>
export type Figures = Readonly<Record<string, unknown>>

/** Figures of the demo region, where the case gives its own for the rest. */
export const region = '99.01'
const day = ({ rules_year }: GoldenCase) => `${rules_year}-06-30`

/** One question of a case. */
export function one(
  kind: string,
  input: (given: GoldenCase['inputs']) => Input,
  figures: (result: Result | undefined) => Figures,
  date = day,
): GoldenMapping {
  return {
    runs: (example) => [{ kind, date: date(example), region, input: input(example.inputs) }],
    figures: ([result]) => figures(result),
  }
}

/** The same question once for each entry of a list in the case. */
export function each(
  kind: string,
  list: string,
  input: (given: GoldenCase['inputs'], entry: string, index: number) => Input,
  figures: (results: readonly Result[]) => Figures,
  of = region,
): GoldenMapping {
  return {
    runs: (example) =>
      (example.inputs[list] as string[]).map((entry, index) => ({
        kind,
        date: day(example),
        region: of,
        input: input(example.inputs, entry, index),
      })),
    figures: (results) => figures(results),
  }
}

/** Exact figures of a step in whole rupiah, as the source prints them. */
export function rounded(figure: Exact | number): Exact | number {
  return typeof figure === 'number' ? figure : figure.rounded('half-up')
}
