import { X509Certificate } from 'node:crypto'
import type { JobContext } from '#kernel/define/module.ts'
import { nationalAuthorities } from '../bsre/settings.ts'
import { keepAuthorityCurrent } from '../commands/keep-authority-current.ts'
import { newestList } from '../commands/revocation-lists.ts'
import { findTimeStamper } from '../commands/time-stamper.ts'
import { revocationOf } from '../verify/signature/revocation.ts'
import { distributionPoints } from './distribution-points.ts'
import type { RaisingMeans } from './raise-pdf.ts'
import { fetchLimited } from './remote-time-stamps.ts'
import { timeStampRoots } from './settings.ts'
import { messageOf, ownStamps, remoteStamps, type StampSource } from './stamp-source.ts'

/** No time stamps are to be had: nothing else can be raised now either. */
export class StampOutage extends Error {}

const LIST_BUDGET_MS = 15_000
const LARGEST_LIST = 8 * 1024 * 1024

/** What a job raises files with: the region's authorities and lists, and the time stamps that it has chosen. */
export async function raisingMeans(context: JobContext): Promise<RaisingMeans> {
  const { db, tenant } = context
  const rows = await db.selectFrom('documents.authority').select(['id', 'certificate']).execute()
  const authorities = rows.map(({ id, certificate }) => ({
    id,
    certificate: new X509Certificate(Buffer.from(certificate, 'base64')),
  }))
  const national = (await nationalAuthorities(db, tenant)).map((one) => new X509Certificate(one))
  const source = await stampSource(context)
  const fetched = new Map<string, Promise<Uint8Array>>()
  return {
    anchors: [...authorities.map(({ certificate }) => certificate), ...national],
    timeStampAnchors: timeStampRoots(tenant),
    now: new Date(context.clock.now().epochMilliseconds),
    async stamp(digest) {
      try {
        return await source(digest)
      } catch (cause) {
        throw new StampOutage(messageOf(cause), { cause })
      }
    },
    listOf(certificate, issuer, since) {
      const own = authorities.find((one) => one.certificate.raw.equals(issuer.raw))
      if (own) return ownList(context, own.id, since)
      const known = fetched.get(issuer.fingerprint256) ?? fetchList(certificate, issuer)
      fetched.set(issuer.fingerprint256, known)
      return known
    },
  }
}

async function stampSource(context: JobContext): Promise<StampSource> {
  const { clock, db, tenant } = context
  const now = () => new Date(clock.now().epochMilliseconds)
  const remote = remoteStamps(tenant, 'job', now)
  if (remote) return remote
  if (!(await findTimeStamper(db, tenant, now()))) await context.run(keepAuthorityCurrent, {})
  return async (digest) => {
    const at = now()
    const authority = await findTimeStamper(db, tenant, at)
    if (!authority) throw new Error('The region has no time stamper')
    return ownStamps(authority, at)(digest)
  }
}

/** The newest list, signed anew when it is older than what it has to speak of. */
async function ownList(context: JobContext, authorityId: string, since: Date): Promise<Uint8Array> {
  const isFresh = (list: Awaited<ReturnType<typeof newestList>>) => list !== undefined && list.this_update >= since
  let list = await newestList(context.db, authorityId)
  if (!isFresh(list)) {
    await context.run(keepAuthorityCurrent, { freshSince: since.toISOString() })
    list = await newestList(context.db, authorityId)
  }
  if (!list || !isFresh(list)) throw new Error('The list of revoked certificates could not be renewed')
  return new Uint8Array(list.encoded)
}

/** The list that another authority publishes; how often it does is not in our hands. */
async function fetchList(certificate: X509Certificate, issuer: X509Certificate): Promise<Uint8Array> {
  const problems: string[] = []
  for (const url of distributionPoints(certificate).slice(0, 3)) {
    try {
      const list = await fetchLimited(url, { budgetMs: LIST_BUDGET_MS, largest: LARGEST_LIST })
      const status = revocationOf(certificate, issuer, { registers: [], crls: [list], ocsps: [] })
      if (status.kind !== 'unknown') return list
      problems.push(`${url}: it is not a list of the certificate's authority`)
    } catch (error) {
      problems.push(`${url}: ${messageOf(error)}`)
    }
  }
  throw new Error(
    `No list of revoked certificates of ${issuer.subject.split('\n').at(-1)} (${problems.join('; ') || 'it names no address'})`,
  )
}
