import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { AppError } from '#kernel/errors.ts'
import {
  type AnyCalculator,
  calculate,
  calculators,
  findCalculator,
  LawBook,
  readQuestion,
  resultJson,
  shippedTaxRows,
  unknownKind,
} from '#modules/tax/index.ts'

/**
 * `balai pajak`: computes taxes from a file on any machine, by the rows of law that come with the program; rows that a
 * region added itself are known only to its server.
 */
export async function computeTax(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { file: { type: 'string' } },
  })
  const [verb] = positionals
  if (verb === 'daftar') return list(calculators)
  if (verb !== 'hitung' || !values.file)
    throw new Error('say what to do: pajak hitung --file soal.json, or pajak daftar')
  if (values.file !== '-' && !existsSync(values.file)) throw new Error(`there is no file ${values.file}`)
  const content = readFileSync(values.file === '-' ? 0 : values.file, 'utf8')
  const questions = parse(content, values.file)
  const book = new LawBook(shippedTaxRows())
  const today = Temporal.Now.plainDateISO('Asia/Jakarta')
  if (!Array.isArray(questions))
    return say(answerTo(questions, book, today), (answer) => JSON.stringify(answer, null, 2))
  // One answer a line, written as it is made: a payroll of a hundred thousand needs no more memory than its questions.
  process.stdout.write('[\n')
  for (const [index, question] of questions.entries()) {
    const end = index === questions.length - 1 ? '\n' : ',\n'
    say(answerTo(question, book, today), (answer) => JSON.stringify(answer) + end)
  }
  process.stdout.write(']\n')
}

function say(answer: object, write: (answer: object) => string): void {
  if ('errors' in answer) process.exitCode = 1
  const text = write(answer)
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

function parse(content: string, file: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    throw new Error(`${file} holds no JSON`)
  }
}

/** One wrong question of many does not keep the others from being answered. */
function answerTo(raw: unknown, book: LawBook, today: Temporal.PlainDate) {
  try {
    const question = readQuestion(raw)
    const calculator = findCalculator(question.kind)
    if (!calculator) throw unknownKind(question.kind)
    const { day = today, region = '', input, trace } = question
    return resultJson(calculate(calculator, book, { day, region, input }, { trace }), trace)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const whole = error.fields.length === 0 ? [{ path: '', message: { id: error.say('id'), en: error.say('en') } }] : []
    return { errors: [...whole, ...error.fields] }
  }
}

function list(all: readonly AnyCalculator[]): void {
  for (const { kind, title } of all) console.log(`${kind.padEnd(30)} ${title.id}`)
}
