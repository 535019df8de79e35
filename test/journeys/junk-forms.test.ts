import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPeople } from '../../src/demo/known-people.ts'
import { readPage } from '../../src/kernel/testing/page.ts'
import { signInAs } from '../../src/modules/accounts/testing.ts'
import { personByNik } from './applicant.ts'
import { officerCookie } from './officers.ts'
import { type Addresses, fillRegion, otherLooks, type Visit, visitsOf } from './pages.ts'
import { Visitor } from './visitor.ts'
import { openWorld, type World } from './world.ts'

/*
 * Every form of every page, sent by the right person with what nobody should write in it. Whatever comes back is no fault of
 * the program and speaks plain Indonesian: no word of the library that reads inputs.
 */

let world: World
let addresses: Addresses
beforeAll(async () => {
  world = await openWorld()
  addresses = await fillRegion(world)
})
afterAll(() => world.close())

const library =
  /tidak valid|diharapkan|Terlalu (kecil|besar)|\bString\b|\bInput\b|Kunci tidak dikenali|Invalid|\bexpected\b|\breceived\b|\bundefined\b|\bNaN\b|\[object/

interface Form {
  readonly action: string
  readonly html: string
  readonly names: readonly string[]
}

/** What nobody writes on purpose, for every field of the form. */
const junk: Readonly<Record<string, (form: Form) => Record<string, string>>> = {
  'what a form without answers sends': ({ html }) => ({
    ...Object.fromEntries(Object.keys(readPage(200, {}, html).fields()).map((name) => [name, ''])),
  }),
  'the same long nonsense everywhere': ({ names }) =>
    Object.fromEntries(names.map((name) => [name, '-1 zzz '.repeat(900)])),
  'nothing at all': () => ({}),
}

function formsOf(html: string, path: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', body = '']) => {
    const attribute = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(head)?.[1]?.replaceAll('&amp;', '&')
    if (attribute('method')?.toLowerCase() !== 'post') return []
    const names = [...body.matchAll(/<(?:input|select|textarea|button)\b[^>]*?\bname="([^"]+)"/g)]
    const own = [...new Set(names.map((match) => match[1] as string))].filter((name) => name !== '_csrf')
    return [{ action: attribute('action') ?? path, html: body, names: own }]
  })
}

async function cookieOf(who: Visit['who']): Promise<string> {
  if (who === 'stranger') return ''
  if (who === 'mother') return signInAs(world.tenant, addresses.mother.accountId, { elevated: true })
  if (who !== 'midwife') return officerCookie(world, who, true)
  const personId = await personByNik(world.tenant, demoPeople.yakomina.nik)
  const [account] = await world.rows<{ id: string }>('select id from accounts.account where person_id = $1', [personId])
  return signInAs(world.tenant, account?.id ?? '', { elevated: true })
}

/** Forms of another page, or of all pages, are sent once. */
const sent = new Set<string>()

async function sendJunk(visit: Visit): Promise<string[]> {
  const wrong: string[] = []
  const page = await new Visitor(world.url, await cookieOf(visit.who)).get(visit.path)
  for (const form of formsOf(page.text, visit.path)) {
    if (sent.has(form.action)) continue
    sent.add(form.action)
    for (const [kind, fill] of Object.entries(junk)) {
      // A form before it may have ended the session.
      const visitor = new Visitor(world.url, await cookieOf(visit.who))
      await visitor.get(visit.path)
      const answer = await visitor.post(form.action, fill(form))
      const words = answer
        .plain()
        .replaceAll(/(-1 zzz ?)+/g, '')
        .match(library)
      if (answer.status >= 500 || words)
        wrong.push(`${answer.status} ${form.action}: ${kind}: ${around(answer.plain(), words)}`)
    }
  }
  return wrong
}

function around(text: string, words: RegExpMatchArray | null): string {
  if (!words) return text.slice(-160)
  const plain = text.replaceAll(/(-1 zzz ?)+/g, '')
  return `"${words[0]}" in "${plain.slice(Math.max(0, (words.index ?? 0) - 80), (words.index ?? 0) + 80)}"`
}

describe('junk in a form', () => {
  it('is answered in plain words, on every page', async () => {
    const wrong: string[] = []
    for (const visit of [...Object.values(visitsOf(addresses)), ...otherLooks(addresses)])
      wrong.push(...(await sendJunk(visit)))
    expect(wrong).toEqual([])
    expect(sent.size).toBeGreaterThan(120)
  }, 240_000)
})
