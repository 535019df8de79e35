import type { Tenant } from '../../src/kernel/tenancy/tenants.ts'
import type { FormEntries } from '../../src/kernel/testing/form-body.ts'
import type { TestPage } from '../../src/kernel/testing/page.ts'
import { createDemoAccounts } from '../../src/modules/accounts/index.ts'
import { signInAs } from '../../src/modules/accounts/testing.ts'
import { findPersonByNik, getPerson, openNik } from '../../src/modules/people/index.ts'
import { Visitor } from './visitor.ts'

/** A mother with an account and a session, who fills in forms over HTTP. */
export interface Applicant {
  readonly accountId: string
  readonly personId: string
  readonly name: string
  readonly nik: string
  readonly browser: Visitor
}

/** Accounts with the demo password for people of the register. */
export async function openAccounts(
  tenant: Tenant,
  url: string,
  personIds: readonly string[],
  /** Each at an address of its own, as a proxy tells it, so that nobody runs into limits meant for one person. */
  fromManyAddresses = false,
): Promise<Applicant[]> {
  const { pools } = tenant
  const persons = await Promise.all(personIds.map((id) => getPerson(pools.read, id)))
  const list = persons.map((person) => ({
    kind: 'citizen' as const,
    personId: person.id,
    displayName: person.fullName,
    name: openNik(tenant, person),
    email: `${person.id}@warga.example`,
  }))
  const ids = await pools.write.transaction().execute((tx) => createDemoAccounts(tx, tenant, list))
  return Promise.all(
    list.map(async ({ personId, displayName, name }, index) => {
      const accountId = ids[index] as string
      const headers: Record<string, string> = fromManyAddresses ? { 'x-forwarded-for': `10.1.0.${index + 1}` } : {}
      return {
        accountId,
        personId,
        name: displayName,
        nik: name,
        browser: new Visitor(url, await signInAs(tenant, accountId), headers),
      }
    }),
  )
}

export async function personByNik(tenant: Tenant, nik: string): Promise<string> {
  const person = await findPersonByNik(tenant, tenant.pools.read, nik)
  if (!person) throw new Error(`the register has nobody with NIK ${nik}`)
  return person.id
}

/** Married women of the register who have no account yet, with their husbands on the same card. */
export async function listMothers(tenant: Tenant, count: number): Promise<string[]> {
  const { rows } = await tenant.pools.readPool.query<{ id: string }>(
    `select p.id from people.person p
     where p.sex = 'female' and p.marital_status = 'married' and p.family_relation = 'wife' and p.died_on is null
       and p.birth_on between now() - interval '48 years' and now() - interval '20 years'
       and exists (select 1 from people.person h where h.family_id = p.family_id and h.family_relation = 'head' and h.sex = 'male')
       and not exists (select 1 from accounts.account a where a.person_id = p.id)
       and not exists (select 1 from organization.official o join people.person s on s.id = o.person_id where s.family_id = p.family_id)
     order by p.id limit $1`,
    [count],
  )
  return rows.map((row) => row.id)
}

/** @returns address of the new draft: /pengajuan/… */
export async function startDraft(browser: Visitor): Promise<string> {
  await browser.get('/layanan/akta-kelahiran/mulai')
  const started = await browser.post('/layanan/akta-kelahiran/mulai')
  if (!started.location) throw new Error(`no draft: ${started.status} ${started.plain()}`)
  return started.location
}

/** Posts one page as a browser would: what the page shows, changed by what is typed. */
export async function fillPage(browser: Visitor, path: string, typed: FormEntries): Promise<TestPage> {
  const { 'save-leave': _leave, 'upload-file': _upload, ...shown } = (await browser.get(path)).fields()
  return browser.post(path, { ...shown, ...typed })
}

const bornOn = Temporal.Now.plainDateISO('Asia/Jakarta').subtract({ days: 1 })

export const witnesses = {
  witness1Nik: '9901021203940001',
  witness1Name: 'Saksi Pertama',
  witness2Nik: '9901020805220001',
  witness2Name: 'Saksi Kedua',
  statement: 'on',
}

/** Every page of the birth report, without a letter but with two witnesses; `changed` replaces single answers. */
export function birthAnswers(
  childName: string,
  changed: FormEntries = {},
): readonly (readonly [string, FormEntries])[] {
  const pages: Record<string, FormEntries> = {
    anak: {
      birthCase: 'domestic',
      childName,
      childSex: 'female',
      'birthOn-day': String(bornOn.day),
      'birthOn-month': String(bornOn.month),
      'birthOn-year': String(bornOn.year),
      birthTime: '04.35',
    },
    kelahiran: { birthPlace: 'Arunika', facility: 'home', birthKind: 'single', childOrder: '1', weight: '3,1' },
    'orang-tua': {},
    pelapor: { informantRelation: 'mother', phone: '081234567890' },
    bukti: { proof: 'statement' },
    pernyataan: witnesses,
  }
  return Object.entries(pages).map(([page, answers]) => {
    const own = Object.entries(changed).filter(([name]) => name in answers || (page === 'orang-tua' && isParents(name)))
    return [page, { ...answers, ...Object.fromEntries(own) }]
  })
}

const isParents = (name: string) => /^(mother|father|marriage)|^parentage$/.test(name)

/** A draft that lacks nothing but the last button. @returns its address */
export async function fillBirth(browser: Visitor, childName: string, changed: FormEntries = {}): Promise<string> {
  const draft = await startDraft(browser)
  for (const [page, answers] of birthAnswers(childName, changed)) {
    const path = `${draft}/isi/${page}`
    // Only what the register knows must be read first; the token of the form is the same on every page.
    const answer = page === 'orang-tua' ? await fillPage(browser, path, answers) : await browser.post(path, answers)
    if (answer.status !== 303) throw new Error(`${page} of ${childName}: ${answer.status} ${answer.plain()}`)
  }
  return draft
}

/** Presses the last button. @returns the answer; its `location` is the receipt */
export async function send(browser: Visitor, draft: string): Promise<TestPage> {
  await browser.get(`${draft}/periksa`)
  return browser.post(`${draft}/periksa`)
}
