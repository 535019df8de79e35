import { z } from 'zod'
import { anyone } from '#kernel/access/access.ts'
import type { ReadHandle } from '#kernel/db/database.ts'
import { notFound } from '#kernel/errors.ts'
import { bytes, get, page, type RouteContext, redirect } from '#kernel/http/route.ts'
import { findLogKey } from '#kernel/proof-log/log-key.ts'
import { proofText } from '#kernel/proof-log/proof-file.ts'
import { findHead, findLeafId, inclusionProofOf, isWaiting, latestHead, listHeads } from '#kernel/proof-log/proofs.ts'
import { findRecord } from '#kernel/proof-log/record-finders.ts'
import { headTag } from '#kernel/proof-log/seal.ts'
import { listCosigners, listWitnesses } from '#kernel/proof-log/witnesses.ts'
import { readCount } from '../domain.ts'
import { oversightPaths } from '../paths.ts'
import { EntryPage, HeadPage, WaitingPage } from '../views/entry-pages.tsx'
import { ProofsPage } from '../views/proofs-page.tsx'

const headsShown = 25

async function proofsPage(context: RouteContext, below?: number, wrong?: string) {
  const { db } = context
  const [latest, heads, witnesses, key] = await Promise.all([
    latestHead(db),
    listHeads(db, { below, limit: headsShown + 1 }),
    listWitnesses(db),
    findLogKey(db),
  ])
  return page(
    <ProofsPage
      latest={latest}
      heads={heads.slice(0, headsShown)}
      next={heads.length > headsShown ? heads[headsShown - 1]?.size : undefined}
      isFirst={below === undefined}
      witnesses={witnesses.filter((witness) => !witness.retiredAt)}
      logKey={key?.text}
      zone={context.tenant.profile.zone}
      origin={context.origin}
      wrong={wrong}
    />,
    wrong === undefined ? 200 : 422,
  )
}

export const proofs = get(oversightPaths.proofs, {
  access: anyone,
  audit: 'none',
  query: z.object({ sebelum: z.string().max(20).optional().catch(undefined) }),
  cache: { tags: () => [headTag] },
  handle: (context) => proofsPage(context, readCount(context.query.sebelum)),
})

/** From what somebody typed, an id or a place in the log, to the page of the record. */
export const findEntry = get(oversightPaths.find, {
  access: anyone,
  audit: 'none',
  perMinute: 60,
  query: z.object({ catatan: z.string().max(60).catch('') }),
  async handle(context) {
    const typed = context.query.catatan.trim()
    const id = await findTyped(context.db, typed)
    return id ? redirect(oversightPaths.entry(id)) : proofsPage(context, undefined, typed)
  },
})

async function findTyped(db: ReadHandle, typed: string): Promise<string | undefined> {
  if (z.uuid().safeParse(typed).success) return typed.toLowerCase()
  const place = readCount(typed)
  return place === undefined ? findRecord(db, typed) : findLeafId(db, place)
}

const idParams = z.object({ id: z.uuid() })

/** Whoever knows the id of a record sees that it is in the log; not what it says. */
export const entry = get(oversightPaths.entry(':id'), {
  access: anyone,
  audit: 'none',
  perMinute: 120,
  params: idParams,
  async handle(context) {
    const { id } = context.params
    const proof = await inclusionProofOf(context.db, id)
    const { zone } = context.tenant.profile
    if (proof) return page(<EntryPage proof={proof} zone={zone} />)
    if (await isWaiting(context.db, id)) return page(<WaitingPage id={id} />)
    throw notFound()
  },
})

export const entryProof = get(oversightPaths.proofFile(':id'), {
  access: anyone,
  audit: 'none',
  perMinute: 120,
  params: idParams,
  async handle(context) {
    const proof = await inclusionProofOf(context.db, context.params.id)
    if (!proof) throw notFound()
    return bytes(Buffer.from(proofText(proof), 'utf8'), 'text/plain; charset=utf-8', {
      name: `${proof.id}.tlog-proof`,
    })
  },
})

export const head = get(oversightPaths.head(':size'), {
  access: anyone,
  audit: 'none',
  perMinute: 120,
  params: z.object({ size: z.string().max(20) }),
  async handle(context) {
    const size = readCount(context.params.size)
    const found = size === undefined ? undefined : await findHead(context.db, size)
    if (!found) throw notFound()
    const [[previous], cosigners] = await Promise.all([
      listHeads(context.db, { below: found.size, limit: 1 }),
      listCosigners(context.db, found.size),
    ])
    const { zone } = context.tenant.profile
    return page(<HeadPage head={found} previous={previous?.size} cosigners={cosigners} zone={zone} />)
  },
})
