import { demoPeople } from '../../src/demo/known-people.ts'
import type { TestPage } from '../../src/kernel/testing/page.ts'
import { signInAs } from '../../src/modules/accounts/testing.ts'
import { findSigner } from '../../src/modules/organization/index.ts'
import { personByNik } from './applicant.ts'
import { Visitor } from './visitor.ts'
import type { World } from './world.ts'

type NamedKey = 'bagas' | 'laras' | 'wening' | 'ratih' | 'yusuf' | 'kartika'
/** Holders of posts that the guide names by what they do. */
const posts = {
  'tax officer': { unitPath: 'bapenda', permission: 'local-tax.register' },
  treasurer: { unitPath: 'pemerintah', permission: 'billing.receive' },
  'head of schools': { unitPath: 'disdik', permission: 'services.allot' },
} as const
export type OfficerKey = NamedKey | keyof typeof posts

/** A Cookie header of an employee of the guide; `elevated` has just proved who he is. */
export async function officerCookie(world: World, key: OfficerKey, elevated = false): Promise<string> {
  const personId = await personOf(world, key)
  const [account] = await world.rows<{ id: string }>(
    `select id from accounts.account where person_id = $1 and kind = 'staff'`,
    [personId],
  )
  return signInAs(world.tenant, account?.id ?? '', { elevated })
}

async function personOf(world: World, key: OfficerKey): Promise<string> {
  if (!(key in posts)) return personByNik(world.tenant, demoPeople[key as NamedKey].nik)
  const { unitPath, permission } = posts[key as keyof typeof posts]
  const day = Temporal.Now.plainDateISO(world.tenant.profile.zone).toString()
  const holder = await findSigner(world.tenant.pools.read, unitPath, permission, day)
  if (!holder) throw new Error(`nobody is ${key}`)
  return holder.personId
}

export async function officerAt(world: World, key: OfficerKey, elevated = false): Promise<Visitor> {
  return new Visitor(world.url, await officerCookie(world, key, elevated))
}

/** Takes one step of a file as its page offers it. */
export async function act(
  officer: Visitor,
  caseId: string,
  verb: string,
  more: Readonly<Record<string, string>> = {},
): Promise<TestPage> {
  const shown = (await officer.get(`/meja/${caseId}`)).fields()
  return officer.post(`/meja/${caseId}/putuskan`, { revision: shown['revision'], verb, ...more })
}

/** Id of the case that an accepted submission led to. */
export function sentCaseOf(answer: TestPage): string {
  return answer.location?.split('/')[2] ?? ''
}
