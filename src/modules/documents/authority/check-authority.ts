import type { AnyHandle } from '#kernel/db/database.ts'
import { AppError } from '#kernel/errors.ts'
import { formatDay } from '#kernel/i18n/format.ts'
import type { Manner } from '#modules/organization/index.ts'
import { listRules, ruleOn, wholeNumber } from '#modules/rules/index.ts'
import { type Act, acts } from './acts.ts'

/** In what authority somebody is about to sign. */
export interface Authority {
  readonly manner: Manner
  /** Set when it is signed on behalf of another post, under a mandate. */
  readonly mandate?: boolean | undefined
  /** First day of the assignment, ISO. */
  readonly holdsFrom: string
}

const prefix = 'signing-authority.'
const keys = [
  'forbidden-acts.plt',
  'forbidden-acts.plh',
  'forbidden-acts.mandate',
  'acting-months',
  'acting-extension-months',
]
const manners = {
  plt: { id: 'pelaksana tugas (Plt.)', en: 'an acting official (Plt.)' },
  plh: { id: 'pelaksana harian (Plh.)', en: 'a daily deputy (Plh.)' },
  mandate: { id: 'pejabat yang menandatangani atas nama pejabat lain', en: 'one who signs on behalf of another' },
} as const

/**
 * The holder of a post signs what belongs to it; a deputy, or who acts under a mandate, neither what changes the
 * organisation, the personnel or the budget, nor longer than the law lets a post stay vacant.
 * @param day ISO date in the region's zone
 * @throws forbidden, with the article
 * @basis UU 30/2014 pasal 14 ayat (7); SE Kepala BKN 1/SE/I/2021
 */
export async function checkAuthority(db: AnyHandle, authority: Authority, act: Act, day: string): Promise<void> {
  const kinds = [
    ...(authority.manner === 'definitif' ? [] : [authority.manner]),
    ...(authority.mandate ? ['mandate' as const] : []),
  ]
  if (kinds.length === 0) return
  const rows = await listRules(
    db,
    keys.map((key) => prefix + key),
  )
  const on = Temporal.PlainDate.from(day)
  const rule = (key: string) => {
    const found = ruleOn(rows, prefix + key, '', on)
    if (!found) throw new Error(`no rule ${prefix}${key} holds on ${day}: a deputy signs nothing`)
    return found
  }
  for (const kind of kinds) {
    const forbidden = rule(`forbidden-acts.${kind}`)
    if ((forbidden.value as readonly string[]).includes(act)) {
      const basis = forbidden.citation
      throw refused({
        id: `Tindakan ini (${acts[act].id}) tidak boleh ditandatangani oleh ${manners[kind].id}, menurut ${basis}. Surat ini menunggu pejabat definitif.`,
        en: `This act (${acts[act].en}) may not be signed by ${manners[kind].en} (${basis}). The letter waits for the holder of the post.`,
      })
    }
  }
  if (authority.manner !== 'plt') return
  const [first, more] = [rule('acting-months'), rule('acting-extension-months')]
  const last = Temporal.PlainDate.from(authority.holdsFrom).add({ months: wholeNumber(first) + wholeNumber(more) })
  if (Temporal.PlainDate.compare(on, last) < 0) return
  throw refused({
    id: `Penugasan pelaksana tugas ini sudah melewati batas waktunya pada ${formatDay(last, 'id')} (${first.citation}). Minta surat perintah baru dari pejabat yang berwenang.`,
    en: `This acting appointment passed its longest time on ${formatDay(last, 'en')} (${first.citation}). Ask for a new order.`,
  })
}

const refused = (text: { readonly id: string; readonly en: string }) => new AppError('forbidden', { text })
