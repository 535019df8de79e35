export const ageSteps = [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75] as const

/** "0–4", …, "75+". */
export function ageLabel(from: number): string {
  return from === 75 ? '75+' : `${from}–${from + 4}`
}

export const flowKinds = ['birth', 'death', 'in', 'out', 'marriage', 'divorce'] as const
export type FlowKind = (typeof flowKinds)[number]

export interface AgeSexCell {
  readonly ageFrom: number
  readonly male: number | undefined
  readonly female: number | undefined
}

/**
 * Hides cells so small that people could be recognised, and then the next smallest of the same sex when only one was
 * hidden: from a column with a single gap and its total the gap could be computed.
 * @param least smallest number that is shown; zero is shown, for it tells of nobody
 */
export function hideSmall(cells: readonly AgeSexCell[], least: number): AgeSexCell[] {
  const male = hideColumn(
    cells.map((cell) => cell.male ?? 0),
    least,
  )
  const female = hideColumn(
    cells.map((cell) => cell.female ?? 0),
    least,
  )
  return cells.map((cell, index) => ({ ageFrom: cell.ageFrom, male: male[index], female: female[index] }))
}

function hideColumn(values: readonly number[], least: number): (number | undefined)[] {
  const isSmall = (value: number) => value > 0 && value < least
  const shown: (number | undefined)[] = values.map((value) => (isSmall(value) ? undefined : value))
  if (shown.filter((value) => value === undefined).length !== 1) return shown
  const others = shown.flatMap((value, index) => (value === undefined || value === 0 ? [] : [{ value, index }]))
  const next = others.sort((a, b) => a.value - b.value)[0]
  if (next) shown[next.index] = undefined
  return shown
}

/** Dependants (under 15, over 64) for each hundred of working age. @returns undefined without anybody of that age */
export function dependencyRatio(cells: readonly AgeSexCell[]): number | undefined {
  const sum = (from: number, to: number) =>
    cells
      .filter((cell) => cell.ageFrom >= from && cell.ageFrom <= to)
      .reduce((total, cell) => total + (cell.male ?? 0) + (cell.female ?? 0), 0)
  const working = sum(15, 60)
  return working === 0 ? undefined : Math.round(((sum(0, 10) + sum(65, 75)) * 1000) / working) / 10
}

/** Men for each hundred women, with one decimal. */
export function sexRatio(male: number, female: number): number | undefined {
  return female === 0 ? undefined : Math.round((male * 1000) / female) / 10
}
