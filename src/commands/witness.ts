import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { open, rename, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { newSigner, openSigner, parseVerifierKey, type Signer } from '#kernel/proof-log/note.ts'
import { LogMisbehaved, type WatchedLog, type WitnessMemory, witnessHead } from '#kernel/proof-log/witness-head.ts'
import { logAddress, openLogAt } from './open-log.ts'
import { untilStopped } from './until-stopped.ts'

/**
 * `balai witness`: co-signs the heads of another region's proof log. Remembers the last head it saw, and refuses
 * loudly what does not continue it.
 */
export async function witness(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      of: { type: 'string' },
      key: { type: 'string' },
      name: { type: 'string', default: `${hostname()}/saksi` },
      state: { type: 'string', default: 'saksi' },
      every: { type: 'string' },
    },
  })
  if (!values.of) throw new Error('say whose log: --of https://daerah.example')
  const every = Number(values.every ?? 0)
  if (!Number.isFinite(every) || every < 0) throw new Error('--every is a number of minutes')
  const place = new WitnessFolder(values.state, values.of)
  const signer = await place.signer(values.name)
  const log = openLogAt(values.of)
  const known = place.memory()
  const key = values.key ?? known?.key ?? (await log.text('key')).trim()
  if (known && known.key !== key) {
    throw new Error(`until now the key of this log was ${known.key}; a log does not change it, so ask the region why`)
  }
  parseVerifierKey(key, 1)
  console.log(`Witness key, for the region to register: ${signer.key.text}`)
  if (!known && !values.key) console.log(`The key of the log is believed as it was shown: ${key}`)
  let memory: WitnessMemory = known ?? { key, note: undefined }
  const look = async () => {
    await witnessOnce(log, memory, signer, place)
    memory = place.memory() ?? memory
  }
  if (!every) return look()
  const stop = new AbortController()
  void untilStopped((line) => console.log(line)).then(() => stop.abort())
  while (!stop.signal.aborted) {
    await look().catch((error: unknown) => {
      // A region that cannot be reached is looked at again; one that misbehaved is for people to look at.
      if (error instanceof WitnessRefused) throw error
      console.error(`Not this time: ${error instanceof Error ? error.message : String(error)}`)
    })
    await setTimeout(every * 60_000, undefined, { signal: stop.signal }).catch(() => {})
  }
}

/** The log misbehaved; what it showed is kept. */
class WitnessRefused extends Error {}

async function witnessOnce(
  log: WatchedLog,
  memory: WitnessMemory,
  signer: Signer,
  place: WitnessFolder,
): Promise<void> {
  try {
    const head = await witnessHead({
      log,
      memory,
      signer,
      now: Temporal.Now.instant(),
      remember: (seen) => place.remember(seen),
    })
    console.log(`Signed the head of ${head.size} leaves: it continues what was seen before.`)
  } catch (error) {
    if (!(error instanceof LogMisbehaved)) throw error
    const file = await place.keepEvidence(error)
    throw new WitnessRefused(`REFUSED. ${error.message}.
Nothing was signed. Both heads, each under the signature of the log, are kept as proof in ${file}.
Show them to the region, to other witnesses and to its supervisors.`)
  }
}

/** What a witness keeps: one key of its own, and for each log the last head. */
class WitnessFolder {
  private readonly memoryFile: string

  constructor(
    private readonly folder: string,
    log: string,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.memoryFile = join(
      folder,
      `log-${createHash('sha256').update(logAddress(log)).digest('hex').slice(0, 16)}.json`,
    )
  }

  async signer(name: string): Promise<Signer> {
    const file = join(this.folder, 'key.json')
    if (existsSync(file)) {
      const kept = JSON.parse(readFileSync(file, 'utf8')) as { name: string; pkcs8: string }
      return openSigner(kept.name, 4, Buffer.from(kept.pkcs8, 'base64'))
    }
    const { signer, pkcs8 } = newSigner(name, 4)
    await writeFile(file, JSON.stringify({ name, pkcs8: pkcs8.toString('base64') }), { mode: 0o600, flag: 'wx' })
    return signer
  }

  memory(): WitnessMemory | undefined {
    return existsSync(this.memoryFile)
      ? (JSON.parse(readFileSync(this.memoryFile, 'utf8')) as WitnessMemory)
      : undefined
  }

  /** On disk for sure before anything is signed. */
  async remember(memory: WitnessMemory): Promise<void> {
    const fresh = `${this.memoryFile}.new`
    const file = await open(fresh, 'w', 0o600)
    await file.writeFile(JSON.stringify(memory))
    await file.sync()
    await file.close()
    await rename(fresh, this.memoryFile)
  }

  async keepEvidence({ message, seen, shown }: LogMisbehaved): Promise<string> {
    const file = join(this.folder, `evidence-${Temporal.Now.instant().epochMilliseconds}.txt`)
    await writeFile(file, `${message}\n\n--- seen before ---\n${seen}\n--- shown now ---\n${shown}`)
    return file
  }
}
