import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import { type Answer, bytes, get, post, type RouteContext, text } from '#kernel/http/route.ts'
import { findLogKey } from '#kernel/proof-log/log-key.ts'
import { consistencyProof, findHead, inclusionProofAt, latestHead, readEntries } from '#kernel/proof-log/proofs.ts'
import { readTile } from '#kernel/proof-log/tiles.ts'
import { ProofRefused } from '#kernel/proof-log/verify.ts'
import { takeCosignatures } from '#kernel/proof-log/witnesses.ts'
import { readCount, readTileName, type TileName } from '../domain.ts'
import { oversightPaths } from '../paths.ts'
import { proofTexts } from '../proof-texts.ts'

/*
 * The open side of the proof log: C2SP tlog-tiles, and the two proofs of RFC 9162 for those who do not want to compute
 * them from tiles. Open to every program; nothing here is personal.
 */

const paths = oversightPaths.log
const open = { access: anyone, audit: 'none' } as const
const secondsToKeep = 5

/** Pages of others may read it too. */
function openUp(context: RouteContext, seconds?: number): void {
  context.reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin')
  context.reply.header('cache-control', seconds ? `public, max-age=${seconds}` : 'no-store')
}

type Reason = Parameters<ReturnType<typeof proofTexts>>[0]

function refuse(context: RouteContext, reason: Reason, params: Record<string, string | number> = {}, status = 400) {
  openUp(context)
  const said = proofTexts(context.locale)(reason, params)
  return text(`${JSON.stringify({ reason: said })}\n`, 'application/json; charset=utf-8', status)
}

function tell(context: RouteContext, value: unknown, seconds = secondsToKeep): Answer {
  openUp(context, seconds)
  return text(`${JSON.stringify(value)}\n`, 'application/json; charset=utf-8')
}

export const checkpoint = get(paths.checkpoint, {
  ...open,
  async handle(context) {
    const head = await latestHead(context.db)
    if (!head) return refuse(context, 'api.nothing-yet', {}, 404)
    openUp(context, secondsToKeep)
    return text(head.note)
  },
})

export const logKey = get(paths.key, {
  ...open,
  async handle(context) {
    const key = await findLogKey(context.db)
    if (!key) return refuse(context, 'api.nothing-yet', {}, 404)
    openUp(context, secondsToKeep)
    return text(`${key.text}\n`)
  },
})

export const tile = get(paths.tile, {
  ...open,
  params: z.object({ '*': z.string().max(120) }),
  async handle(context) {
    const name = readTileName(context.params['*'])
    if (!name) return refuse(context, 'api.no-tile-name')
    const found =
      name.level === 'entries' ? await entryBundle(context, name) : await hashTile(context, name, name.level)
    if (!found) return refuse(context, 'api.no-tile', {}, 404)
    openUp(context)
    return bytes(found, 'application/octet-stream', { unchanging: true })
  },
})

function hashTile(context: RouteContext, { index, width }: TileName, level: number): Promise<Buffer | undefined> {
  return readTile(context.db, { level, index, width })
}

/** Entries one after another, each after its length in two bytes. */
async function entryBundle(context: RouteContext, { index, width }: TileName): Promise<Buffer | undefined> {
  const entries = await readEntries(context.db, index * 256, width)
  if (entries.length < width) return undefined
  return Buffer.concat(
    entries.flatMap((entry) => {
      const bytes = Buffer.from(entry, 'utf8')
      return [Buffer.of(bytes.length >> 8, bytes.length & 255), bytes]
    }),
  )
}

const number = z.string().max(40).catch('')

/** RFC 9162 5.4: hashes from which anyone can tell that the log only grew between two sizes. */
export const consistency = get(paths.consistency, {
  ...open,
  perMinute: 240,
  query: z.object({ first: number, second: number }),
  async handle(context) {
    const first = readCount(context.query.first)
    const second = readCount(context.query.second)
    if (first === undefined || second === undefined) return refuse(context, 'api.not-a-count')
    if (first > second) return refuse(context, 'api.order', { first, second })
    const newest = (await latestHead(context.db))?.size ?? 0
    if (second > newest) return refuse(context, 'api.too-large', { size: newest })
    const path = await consistencyProof(context.db, first, second)
    return tell(context, { first, second, consistency: path.map((hash) => hash.toString('base64')) }, 3600)
  },
})

/** RFC 9162 5.6: the record at a place, and its proof in the tree of a size that was signed. */
export const entryAndProof = get(paths.entryAndProof, {
  ...open,
  perMinute: 240,
  query: z.object({ leaf_index: number, tree_size: number }),
  async handle(context) {
    const leafIndex = readCount(context.query.leaf_index)
    const treeSize = readCount(context.query.tree_size)
    if (leafIndex === undefined || treeSize === undefined) return refuse(context, 'api.not-a-count')
    const head = await findHead(context.db, treeSize)
    if (!head) return refuse(context, 'api.no-head', { size: treeSize }, 404)
    if (leafIndex >= treeSize) return refuse(context, 'api.leaf-outside', { leaf: leafIndex, size: treeSize })
    const proof = await inclusionProofAt(context.db, leafIndex, treeSize)
    return tell(context, {
      leaf_index: leafIndex,
      tree_size: treeSize,
      entry: proof.entry,
      audit_path: proof.path.map((hash) => hash.toString('base64')),
      checkpoint: head.note,
    })
  },
})

/** Where witnesses bring their signatures. */
export const cosignature = post(paths.cosignature, {
  ...open,
  // A witness has no page of ours; its signature over our own signed head is its proof.
  csrf: false,
  rawBody: true,
  perMinute: 60,
  async handle(context) {
    const { request, tenant, now } = context
    try {
      const taken = await takeCosignatures(tenant.pools.write, request.rawBody?.toString('utf8') ?? '', now)
      return tell(context, { taken })
    } catch (error) {
      if (!(error instanceof ProofRefused)) throw error
      return refuse(context, 'api.cosignature-refused', { why: error.message }, 422)
    }
  },
})
