import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  completeNodes,
  consistencyPath,
  foldNodes,
  GrowingTree,
  leafHash,
  rootOfRow,
} from '#kernel/proof-log/merkle.ts'
import { checkpointBody, newSigner, noteText, type Signer, signLine } from '#kernel/proof-log/note.ts'
import { witness } from './witness.ts'

const origin = 'arunika.example/bukti/log'

/** A region whose server can show whatever it likes. */
class Region {
  signer: Signer = newSigner(origin, 1).signer
  leaves: Buffer[] = []
  readonly taken: string[] = []
  refusal: string | undefined
  private readonly server: Server

  constructor() {
    this.server = createServer(async (request, response) => {
      const url = new URL(request.url ?? '/', 'http://region')
      const body = Buffer.concat(await Array.fromAsync(request)).toString('utf8')
      if (request.method === 'POST') {
        if (this.refusal) return response.writeHead(422).end(this.refusal)
        this.taken.push(body)
        return response.end('{}')
      }
      response.end(this.answer(url))
    })
  }

  private answer(url: URL): string {
    if (url.pathname === '/bukti/log/key') return `${this.signer.key.text}\n`
    if (url.pathname === '/bukti/log/checkpoint') return this.head()
    const [first, second] = [Number(url.searchParams.get('first')), Number(url.searchParams.get('second'))]
    const hashes = consistencyPath(first, second).map((range) =>
      foldNodes(
        completeNodes(range).map(({ height, index }) =>
          rootOfRow(this.leaves.slice(index * 2 ** height, (index + 1) * 2 ** height)),
        ),
      ).toString('base64'),
    )
    return JSON.stringify({ first, second, consistency: hashes })
  }

  head(): string {
    const tree = new GrowingTree()
    for (const leaf of this.leaves) tree.append(leaf)
    const body = checkpointBody({ origin, size: tree.size, root: tree.root() })
    return noteText(body, [signLine(body, this.signer)])
  }

  grow(count: number): void {
    for (let n = 0; n < count; n += 1) this.leaves.push(leafHash(`event ${this.leaves.length}`))
  }

  async open(): Promise<string> {
    await once(this.server.listen(0, '127.0.0.1'), 'listening')
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }
}

let region: Region
let address = ''
let folder = ''
const said: string[] = []
beforeEach(async () => {
  said.length = 0
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  folder = join(mkdtempSync(join(tmpdir(), 'balai-witness-')), 'saksi')
  region = new Region()
  address = await region.open()
  region.grow(10)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await region.close()
  rmSync(join(folder, '..'), { recursive: true, force: true })
})

const look = (...more: string[]) =>
  witness(['--of', address, '--state', folder, '--name', 'arsip.example/saksi', ...more])
const evidence = () => readdirSync(folder).filter((name) => name.startsWith('evidence-'))

describe('balai witness', () => {
  it('signs what only grows, under one key of its own that nobody else can read', async () => {
    await look()
    region.grow(7)
    await look()
    expect(said.filter((line) => line.startsWith('Signed the head of'))).toEqual([
      'Signed the head of 10 leaves: it continues what was seen before.',
      'Signed the head of 17 leaves: it continues what was seen before.',
    ])
    expect(new Set(said.filter((line) => line.startsWith('Witness key'))).size).toBe(1)
    expect(region.taken).toHaveLength(2)
    expect(statSync(join(folder, 'key.json')).mode & 0o077).toBe(0)
  })

  it('refuses a log that went back, loudly, and keeps both heads', async () => {
    await look()
    const seen = region.head()
    region.leaves = region.leaves.slice(0, 4)
    await expect(look()).rejects.toThrow(/^REFUSED\. the log went back: it had 10 leaves and now shows 4/)
    expect(region.taken).toHaveLength(1)
    const [file] = evidence()
    const text = readFileSync(join(folder, file as string), 'utf8')
    expect(text).toContain(seen)
    expect(text).toContain(region.head())
  })

  it('refuses another history of the same length or a longer one, also after it was started anew', async () => {
    await look()
    region.leaves[2] = leafHash('altered')
    await expect(look()).rejects.toThrow(/two different trees of 10 leaves/)
    region.grow(5)
    await expect(look('--every', '1')).rejects.toThrow(/does not show that its 15 leaves continue the 10/)
    expect(evidence().length).toBeGreaterThan(0)
    expect(region.taken).toHaveLength(1)
  })

  it('refuses a log that has another key than before', async () => {
    await look()
    region.signer = newSigner(origin, 1).signer
    region.grow(1)
    await expect(look()).rejects.toThrow(/not signed by the key/)
    await expect(look('--key', region.signer.key.text)).rejects.toThrow(/a log does not change it/)
    expect(region.taken).toHaveLength(1)
  })

  it('says why the region did not take its signature, and what it was not told', async () => {
    region.refusal = 'no registered witness signed this head'
    await expect(look()).rejects.toThrow(/answered 422: no registered witness/)
    await expect(witness([])).rejects.toThrow(/say whose log/)
    await expect(look('--every', 'often')).rejects.toThrow(/number of minutes/)
    await expect(look('--key', 'nonsense')).rejects.toThrow()
  })
})
