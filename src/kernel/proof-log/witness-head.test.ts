import { describe, expect, it } from 'vitest'
import {
  completeNodes,
  consistencyPath,
  foldNodes,
  GrowingTree,
  type LeafRange,
  leafHash,
  rootOfRow,
} from './merkle.ts'
import { checkpointBody, newSigner, noteText, openCosignature, parseNote, signLine } from './note.ts'
import { ProofRefused } from './verify.ts'
import { LogMisbehaved, type WatchedLog, type WitnessMemory, witnessHead } from './witness-head.ts'

const origin = 'arunika.example/bukti/log'
const { signer } = newSigner(origin, 1)
const witness = newSigner('arsip.example/saksi', 4).signer
const now = Temporal.Instant.from('2026-11-23T03:00:00Z')

/** A log that can show any history it likes, each under its own true signature. */
class SimulatedLog implements WatchedLog {
  readonly taken: string[] = []
  leaves: Buffer[] = []

  grow(count: number, kind = 'event'): void {
    for (let n = 0; n < count; n += 1) this.leaves.push(leafHash(`${kind} ${this.leaves.length}`))
  }

  forget(count: number): void {
    this.leaves = this.leaves.slice(0, -count)
  }

  alter(leaf: number): void {
    this.leaves[leaf] = leafHash('altered')
  }

  head(by = signer): string {
    const tree = new GrowingTree()
    for (const leaf of this.leaves) tree.append(leaf)
    const body = checkpointBody({ origin, size: tree.size, root: tree.root() })
    return noteText(body, [signLine(body, by)])
  }

  async checkpoint(): Promise<string> {
    return this.head()
  }

  async consistency(first: number, second: number): Promise<Buffer[]> {
    return consistencyPath(first, second).map((range) => this.hashOf(range))
  }

  async submit(note: string): Promise<void> {
    this.taken.push(note)
  }

  private hashOf(range: LeafRange): Buffer {
    return foldNodes(
      completeNodes(range).map(({ height, index }) =>
        rootOfRow(this.leaves.slice(index * 2 ** height, (index + 1) * 2 ** height)),
      ),
    )
  }
}

function watcher(log: WatchedLog) {
  let memory: WitnessMemory = { key: signer.key.text, note: undefined }
  return {
    get memory() {
      return memory
    },
    look: () =>
      witnessHead({
        log,
        memory,
        signer: witness,
        now,
        remember(seen) {
          memory = seen
        },
      }),
  }
}

describe('a witness', () => {
  it('co-signs a log that only grows, and remembers the last head', async () => {
    const log = new SimulatedLog()
    const own = watcher(log)
    for (const more of [1, 1, 5, 0, 20, 300]) {
      log.grow(more)
      expect((await own.look()).size).toBe(log.leaves.length)
      expect(openCosignature(parseNote(log.taken.at(-1) as string), witness.key)).toBe(now.epochMilliseconds / 1000)
    }
    expect(own.memory.note).toBe(log.head())
  })

  const misbehaviour: [string, (log: SimulatedLog) => void, RegExp][] = [
    ['goes back', (log) => log.forget(4), /went back: it had 10 leaves and now shows 6/],
    ['shows another tree of the same size', (log) => log.alter(3), /two different trees of 10/],
    [
      'alters an old leaf and grows',
      (log) => {
        log.alter(3)
        log.grow(7)
      },
      /does not show that its 17 leaves continue the 10/,
    ],
    [
      'removes a leaf and grows',
      (log) => {
        log.leaves.splice(3, 1)
        log.grow(7)
      },
      /does not show that its 16 leaves continue the 10/,
    ],
    [
      'starts anew',
      (log) => {
        log.forget(10)
        log.grow(40, 'other')
      },
      /does not show that its 40 leaves continue/,
    ],
  ]
  it.each(misbehaviour)('refuses a log that %s, signs nothing and keeps both heads', async (_what, change, why) => {
    const log = new SimulatedLog()
    log.grow(10)
    const own = watcher(log)
    await own.look()
    const seen = own.memory.note
    change(log)
    const error = await own.look().catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(LogMisbehaved)
    expect(error).toMatchObject({ message: expect.stringMatching(why), seen, shown: log.head() })
    expect([log.taken.length, own.memory.note]).toEqual([1, seen])
  })

  it('catches a split view: what one witness signed, another that saw a different history refuses', async () => {
    const log = new SimulatedLog()
    log.grow(10)
    const [here, there] = [watcher(log), watcher(log)]
    await here.look()
    await there.look()
    const honest = log.leaves
    log.grow(5)
    await here.look()
    log.leaves = honest.slice(0, 10)
    log.grow(5, 'for others')
    await there.look()
    log.grow(5)
    expect(await there.look()).toMatchObject({ size: 20 })
    await expect(here.look()).rejects.toThrow(LogMisbehaved)
  })

  it('refuses a head under another key, a proof that fails, and what is no head', async () => {
    const log = new SimulatedLog()
    log.grow(4)
    const own = watcher(log)
    await own.look()
    log.grow(4)
    const impostor = newSigner(origin, 1).signer
    const shown = (note: string): WatchedLog => ({
      checkpoint: async () => note,
      consistency: async () => [],
      submit: async () => {},
    })
    for (const note of [log.head(impostor), 'x', ''])
      await expect(
        witnessHead({ log: shown(note), memory: own.memory, signer: witness, now, remember: () => {} }),
      ).rejects.toThrow(ProofRefused)
    await expect(
      witnessHead({ log: shown(log.head()), memory: own.memory, signer: witness, now, remember: () => {} }),
    ).rejects.toThrow(/the proof is empty/)
  })

  it('signs nothing when it cannot remember', async () => {
    const log = new SimulatedLog()
    log.grow(4)
    const full = () => {
      throw new Error('no space left')
    }
    const memory = { key: signer.key.text, note: undefined }
    await expect(witnessHead({ log, memory, signer: witness, now, remember: full })).rejects.toThrow('no space left')
    expect(log.taken).toEqual([])
  })
})
