import { anyone } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import { get, json, post } from '#kernel/http/route.ts'
import { calculatorJson, resultJson } from '../answer.ts'
import { calculate } from '../calculation/calculate.ts'
import { calculators, findCalculator } from '../calculators/index.ts'
import { taxPaths } from '../paths.ts'
import { lawBookFor, regionFor } from '../queries/law-book.ts'
import { readQuestion, unknownKind } from '../question.ts'

export const apiCalculate = post(taxPaths.apiCalculate, {
  access: anyone,
  audit: 'none',
  perMinute: 120,
  // Programs have no page of ours and so no form token; nothing is kept, so a forged request could do nothing.
  csrf: false,
  rawBody: true,
  async handle({ request, db, now, tenant }) {
    const question = readQuestion(request.body)
    const calculator = findCalculator(question.kind)
    if (!calculator) throw unknownKind(question.kind)
    const day = question.day ?? dayOf(now, tenant.profile.zone)
    const region = await regionFor(db, question.region)
    const book = await lawBookFor(db, calculator)
    try {
      const result = calculate(calculator, book, { day, region, input: question.input }, { trace: question.trace })
      return json(resultJson(result, question.trace))
    } catch (error) {
      throw underInput(error)
    }
  },
})

/** Fields of a calculator stand under `input` in the body. */
function underInput(error: unknown): unknown {
  if (!(error instanceof AppError) || error.fields.length === 0) return error
  const fields = error.fields.map((field) =>
    field.path === 'date' || field.path === 'input' ? field : { ...field, path: `input.${field.path}` },
  )
  return new AppError('invalid-input', { fields })
}

let kinds: Readonly<Record<string, ReturnType<typeof calculatorJson>>> | undefined

/** Every calculation, with the JSON Schema of what it asks; made once, when somebody first asks. */
export const apiKinds = get(taxPaths.apiKinds, {
  access: anyone,
  audit: 'none',
  perMinute: 60,
  handle() {
    kinds ??= Object.fromEntries(calculators.map((calculator) => [calculator.kind, calculatorJson(calculator)]))
    return json({ kinds })
  },
})
