import { dayOf } from '#kernel/clock/clock.ts'
import { AppError } from '#kernel/errors.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { type OfficialLetterData, previewPages, typeset } from '#modules/documents/index.ts'
import { getTemplateVersion } from '#modules/templates/index.ts'
import { previewData } from './letter-data.ts'
import { getContent, type OpenLetter } from './letter-row.ts'

/** Pages drawn a moment ago: a page asks for each of its pictures by itself. */
const drawn = new Map<string, Promise<string[]>>()
const mostDrawn = 24

type Around = Pick<RouteContext, 'tenant' | 'db' | 'now'>

async function dataOf({ tenant, db, now }: Around, letter: OpenLetter, version: number): Promise<OfficialLetterData> {
  const { profile } = tenant
  return previewData(db, {
    letter,
    template: await getTemplateVersion(db, letter.row.template_version_id),
    content: await getContent(tenant, db, letter.row, version),
    region: { name: profile.shortName, government: profile.name, zone: profile.zone },
    day: dayOf(now, profile.zone).toString(),
  })
}

/** The draft as one SVG a page. @throws invalid-input with what keeps it from being typeset */
export async function drawPages(around: Around, letter: OpenLetter, version: number): Promise<string[]> {
  const given = letter.approvals.filter((approval) => !approval.voided_at).length
  const day = dayOf(around.now, around.tenant.profile.zone)
  const posts = letter.posts.map((post) => post.position_id).join()
  const key = [
    around.tenant.id,
    letter.row.id,
    version,
    letter.row.content_hash,
    letter.row.number,
    given,
    posts,
    day,
  ].join(' ')
  const known = drawn.get(key)
  if (known) return known
  const made = dataOf(around, letter, version).then((data) => orSay(() => previewPages('official-letter', data)))
  drawn.set(key, made)
  made.catch(() => drawn.delete(key))
  const oldest = drawn.keys().next().value
  if (drawn.size > mostDrawn && oldest) drawn.delete(oldest)
  return made
}

/** The draft as PDF, DRAF across its pages. */
export async function draftPdf(around: Around, letter: OpenLetter): Promise<Uint8Array> {
  const data = await dataOf(around, letter, letter.row.version)
  return orSay(() => typeset('official-letter', data, { now: new Date(around.now.epochMilliseconds) }))
}

async function orSay<Result>(make: () => Promise<Result>): Promise<Result> {
  try {
    return await make()
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('invalid-input', {
      cause: error,
      text: {
        id: 'Naskah ini belum dapat ditata. Periksa kembali isiannya; bila tetap gagal, templatnya perlu diperbaiki.',
        en: 'This letter cannot be typeset yet. Check what is filled in; if it still fails, its template needs mending.',
      },
    })
  }
}
