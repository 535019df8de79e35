import { availableParallelism } from 'node:os'
import type { TypesetOptions } from '../compile.ts'
import { TypesetError } from '../typeset-error.ts'
import type { SettingAnswer, SettingTask } from './program.ts'
import { type SettingProcess, startSettingProcess } from './setting-process.ts'

/** Two on a small machine: a step that brings several letters waits for them. Each takes some 150 MB while it lives. */
const MOST = Math.max(2, Math.min(4, availableParallelism() - 1))
/** What comes with the program ends by itself; a batch may keep one document waiting behind others. */
const DEADLINE_MS = 60_000
const IDLE_MS = 90_000
/** Then a new process takes its place: the compiler keeps a little of every document. */
const MOST_DOCUMENTS = 5_000

type Ready = Pick<SettingTask, 'template' | 'page' | 'source'>

/** Sets a page as PDF in a process beside this one, so that the pages of the program go on meanwhile. @throws TypesetError */
export async function pdfBeside(ready: Ready, options: Omit<TypesetOptions, 'page'>): Promise<Uint8Array> {
  const answer = await ask({ ...ready, pdf: { standard: options.standard, nowMs: options.now.getTime() } })
  if (!('pdf' in answer)) throw new Error('the typesetting process gave no PDF')
  return answer.pdf
}

/** The same as one SVG, its pages below each other. @throws TypesetError */
export async function svgBeside(ready: Ready): Promise<string> {
  const answer = await ask(ready)
  if (!('svg' in answer)) throw new Error('the typesetting process gave no pages')
  return answer.svg
}

/** Ends the processes; the next document starts another. */
export async function endBeside(): Promise<void> {
  for (const one of places.splice(0)) await (await one.process.catch(() => undefined))?.end()
}

interface Place {
  readonly process: Promise<SettingProcess>
  /** Given to it and not yet answered, also while it starts. */
  open: number
  taken: number
}

const places: Place[] = []
let idle: NodeJS.Timeout | undefined

/**
 * What comes with the program is not to blame when its process ends: it is set again in another one, as often as there are
 * processes that may be ending at the same time.
 */
async function ask(task: Omit<SettingTask, 'id'>): Promise<SettingAnswer> {
  for (let again = MOST; ; again -= 1) {
    try {
      return await askOnce(task)
    } catch (error) {
      const hasEnded = error instanceof TypesetError && error.refusal === 'too-big'
      if (!hasEnded || again === 0) throw error
    }
  }
}

async function askOnce(task: Omit<SettingTask, 'id'>): Promise<SettingAnswer> {
  clearTimeout(idle)
  const place = leastBusy()
  place.open += 1
  place.taken += 1
  // Processes do not keep the program alive, but whoever waits for one of them does.
  const alive = setInterval(() => {}, DEADLINE_MS)
  try {
    return await (await place.process).run(task)
  } finally {
    clearInterval(alive)
    place.open -= 1
    if (place.open === 0 && !places.includes(place)) void place.process.then((one) => one.end()).catch(() => {})
    idle = setTimeout(() => void endBeside(), IDLE_MS)
    idle.unref()
  }
}

function leastBusy(): Place {
  const free = places.find((place) => place.open === 0) ?? (places.length < MOST ? open() : undefined)
  const place = free ?? places.reduce((least, one) => (one.open < least.open ? one : least))
  // It ends with what it has.
  if (place.taken >= MOST_DOCUMENTS) leave(place)
  return place
}

function open(): Place {
  const place: Place = {
    open: 0,
    taken: 0,
    process: startSettingProcess('own', { deadlineMs: DEADLINE_MS }, () => leave(place)),
  }
  place.process.catch(() => leave(place))
  places.push(place)
  return place
}

function leave(place: Place): void {
  const index = places.indexOf(place)
  if (index >= 0) places.splice(index, 1)
}
