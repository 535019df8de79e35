import {
  type Checkpoint,
  cosignLine,
  noteText,
  openCheckpoint,
  parseNote,
  parseVerifierKey,
  type SignedNote,
  type Signer,
  signatureBy,
} from './note.ts'
import { ProofRefused, verifyConsistency } from './verify.ts'

/** The log as a witness reaches it: over the network, or in a test. */
export interface WatchedLog {
  checkpoint(): Promise<string>
  /** Hashes that show that the tree of `second` continues that of `first`. */
  consistency(first: number, second: number): Promise<Buffer[]>
  /** Gives the log what the witness signed. */
  submit(note: string): Promise<void>
}

/** What a witness remembers of one log. Losing it means having to trust the log once more. */
export interface WitnessMemory {
  readonly key: string
  /** The last head that it signed, as the log signed it; undefined before the first. */
  readonly note: string | undefined
}

/** The log showed something that it may not: what was seen before, and what it showed now. */
export class LogMisbehaved extends ProofRefused {
  constructor(
    reason: string,
    readonly seen: string,
    readonly shown: string,
  ) {
    super(reason)
    this.name = 'LogMisbehaved'
  }
}

export interface WitnessOptions {
  readonly log: WatchedLog
  readonly memory: WitnessMemory
  readonly signer: Signer
  readonly now: Temporal.Instant
  /** Keeps what was seen for ever, before anything is signed: a witness that forgets could sign two histories. */
  readonly remember: (memory: WitnessMemory) => void | Promise<void>
}

/**
 * Looks at the newest head, checks that it continues the one seen before, and co-signs it.
 * @throws LogMisbehaved when the log went back or shows another history
 * @throws ProofRefused when the head cannot be checked
 */
export async function witnessHead(options: WitnessOptions): Promise<Checkpoint> {
  const { log, memory, signer, now } = options
  const key = parseVerifierKey(memory.key, 1)
  const note = parseNote(await log.checkpoint())
  const head = openCheckpoint(note, key)
  const ownNote = noteText(note.body, [lineBy(note, memory.key)])
  if (memory.note !== undefined) await checkContinues(log, { seen: memory.note, shown: ownNote, head, key })
  await options.remember({ key: memory.key, note: ownNote })
  const line = cosignLine(note.body, signer, Math.floor(now.epochMilliseconds / 1000))
  await log.submit(noteText(note.body, [lineBy(note, memory.key), line]))
  return head
}

function lineBy(note: SignedNote, key: string): string {
  return (signatureBy(note, parseVerifierKey(key, 1)) as { line: string }).line
}

interface Step {
  readonly seen: string
  readonly shown: string
  readonly head: Checkpoint
  readonly key: ReturnType<typeof parseVerifierKey>
}

async function checkContinues(log: WatchedLog, { seen, shown, head, key }: Step): Promise<void> {
  const before = openCheckpoint(parseNote(seen), key)
  if (head.size < before.size) {
    throw new LogMisbehaved(`the log went back: it had ${before.size} leaves and now shows ${head.size}`, seen, shown)
  }
  if (head.size === before.size) {
    if (head.root.equals(before.root)) return
    throw new LogMisbehaved(`the log signed two different trees of ${head.size} leaves`, seen, shown)
  }
  const path = await log.consistency(before.size, head.size)
  try {
    verifyConsistency({ first: before, second: head, path })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new LogMisbehaved(
      `the log does not show that its ${head.size} leaves continue the ${before.size} that were seen: ${why}`,
      seen,
      shown,
    )
  }
}
