import { plain } from './measure.ts'
import { anyText, anything, asNumber, eitherTruth, type NumberValue, number, times, type Value } from './values.ts'

const longestText = 2000
const mostRows = 200

/** What a function of the language may give for all values of its arguments. Unknown functions may give anything. */
export function callValue(name: string, args: readonly Value[]): Value {
  const [first = anything, second = anything] = args
  switch (name) {
    case 'int':
    case 'uint':
      return mapped(first, Math.trunc)
    case 'double':
      return { ...asNumber(first), whole: false }
    case 'floor':
      return mapped(first, Math.floor)
    case 'ceil':
      return mapped(first, Math.ceil)
    case 'round':
      return mapped(first, Math.round)
    case 'abs':
      return absolute(asNumber(first))
    case 'min':
    case 'least':
      return extreme(args, Math.min)
    case 'max':
    case 'greatest':
      return extreme(args, Math.max)
    case 'total':
      return { ...totalOf(first, second), whole: false }
    case 'totalInt':
      return { ...totalOf(first, second), whole: true }
    case 'size':
      return first.kind === 'list' ? number(first.low, first.high, plain, true) : number(0, longestText, plain, true)
    case 'words':
      return number(0, longestText, plain, true)
    case 'daysBetween':
      return number(-4_000_000, 4_000_000, { day: 1 }, true)
    case 'yearsBetween':
      return number(-10_000, 10_000, { year: 1 }, true)
    case 'ageOn':
      return number(0, 10_000, { year: 1 }, true)
    case 'fact':
    case 'string':
    case 'addDays':
    case 'addMonths':
    case 'addYears':
    case 'join':
      return anyText
    case 'holds':
    case 'has':
    case 'bool':
    case 'fits':
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return eitherTruth
    default:
      return anything
  }
}

function mapped(value: Value, round: (value: number) => number): Value {
  const { low, high, counted } = asNumber(value)
  return number(round(low), round(high), counted, true)
}

function absolute(value: NumberValue): Value {
  const ends = [Math.abs(value.low), Math.abs(value.high)]
  const low = value.low <= 0 && value.high >= 0 ? 0 : Math.min(...ends)
  return number(low, Math.max(...ends), value.counted, value.whole)
}

/** `math.greatest(a, b)` and `math.greatest([a, b])`: the bounds of the greatest are the greatest of the bounds. */
function extreme(args: readonly Value[], of: (...values: number[]) => number): Value {
  const [first] = args
  if (args.length === 1 && first?.kind === 'list') return asNumber(first.of)
  const numbers = args.map(asNumber)
  const counted = numbers.find((value) => value.counted)?.counted
  const whole = numbers.every((value) => value.whole)
  return number(of(...numbers.map((value) => value.low)), of(...numbers.map((value) => value.high)), counted, whole)
}

/** The sum of one column over as many rows as there may be. A number that is not given counts as 0. */
function totalOf(list: Value, column: Value): NumberValue {
  const name = column.kind === 'text' && column.options?.size === 1 ? [...column.options][0] : undefined
  const row = list.kind === 'list' ? list.of : anything
  const item = asNumber((row.kind === 'row' && name !== undefined && row.columns.get(name)) || anything)
  const [few, many] = list.kind === 'list' ? [list.low, list.high] : [0, mostRows]
  return number(
    times(item.low, item.low < 0 ? many : few),
    times(item.high, item.high > 0 ? many : few),
    item.counted,
    item.whole,
  )
}
