import { pageFile, type TypesetOptions } from '../compile.ts'
import { getTypecase } from '../compiler.ts'
import type { OfficialLetterData } from '../official-letter-data.ts'
import type { SettingAnswer, SettingTask } from '../process/program.ts'
import { refused, type SettingProcess, startSettingProcess } from '../process/setting-process.ts'
import { TypesetError } from '../typeset-error.ts'
import { checkSource } from './check-source.ts'

/** For one letter, from the moment the process begins with it. */
const DEADLINE_MS = 8_000
const IDLE_MS = 90_000
const MOST_WAITING = 40
/** Then a new process takes its place: the compiler keeps a little of every letter. */
const MOST_LETTERS = 500
/** Private memory of the process: program, fonts and compiler need some 250 MB of it. */
const limits = { deadlineMs: DEADLINE_MS, memoryKb: 900_000, heapMb: 160 } as const

/**
 * Typesets a letter whose body staff wrote, in a process that has neither our memory nor our secrets, nor any file or
 * network, and is ended when it takes too long: a hostile body costs its author an answer, never the server.
 * @throws TypesetError
 */
export async function typesetApart(data: OfficialLetterData, options: TypesetOptions): Promise<Uint8Array> {
  const pdf = { standard: options.standard, nowMs: options.now.getTime() }
  const answer = await ask(data, { pdf })
  if (!('pdf' in answer)) throw new Error('the typesetting process gave no PDF')
  return answer.pdf
}

/** Pages of the letter as one SVG, as `typesetApart` makes it. @throws TypesetError */
export async function previewApart(data: OfficialLetterData): Promise<string> {
  const answer = await ask(data, {})
  if (!('svg' in answer)) throw new Error('the typesetting process gave no pages')
  return answer.svg
}

/** Ends the process; the next letter starts another. For tests, and for a server that goes away. */
export async function endTypesetting(): Promise<void> {
  const ending = running
  running = undefined
  await ending?.end()
}

let running: SettingProcess | undefined
let idle: NodeJS.Timeout | undefined
let queue: Promise<unknown> = Promise.resolve()
let waiting = 0

async function ask(data: OfficialLetterData, { pdf }: Pick<SettingTask, 'pdf'>): Promise<SettingAnswer> {
  const faults = checkSource(data.source)
  if (faults.length > 0) {
    throw new TypesetError(
      'official-letter',
      faults.map((fault) => fault.message),
      { faults },
    )
  }
  const page = pageFile(await getTypecase(), 'official-letter', data)
  if (waiting >= MOST_WAITING) throw refused('official-letter', 'busy')
  waiting += 1
  // One after another: the process has one thread, and a deadline counts from the letter's own beginning.
  const turn = queue.then(() => runOne({ template: 'official-letter', page, source: data.source, pdf }))
  queue = turn.catch(() => undefined)
  try {
    return await turn
  } finally {
    waiting -= 1
  }
}

async function runOne(task: Omit<SettingTask, 'id'>): Promise<SettingAnswer> {
  clearTimeout(idle)
  try {
    if (running && running.taken >= MOST_LETTERS) await endTypesetting()
    running ??= await start()
    return await running.run(task)
  } finally {
    idle = setTimeout(() => void endTypesetting(), IDLE_MS)
    idle.unref()
  }
}

async function start(): Promise<SettingProcess> {
  let one: SettingProcess | undefined
  one = await startSettingProcess('isolated', limits, () => {
    if (running === one) running = undefined
  })
  return one
}
