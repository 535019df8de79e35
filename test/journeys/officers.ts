import { demoPeople } from '../../src/demo/known-people.ts'
import type { TestPage } from '../../src/kernel/testing/page.ts'
import { signInAs } from '../../src/modules/accounts/testing.ts'
import { personByNik } from './applicant.ts'
import { Visitor } from './visitor.ts'
import type { World } from './world.ts'

export type OfficerKey = 'bagas' | 'laras' | 'wening' | 'ratih' | 'yusuf' | 'kartika'

/** A Cookie header of an employee of the guide; `elevated` has just proved who he is. */
export async function officerCookie(world: World, key: OfficerKey, elevated = false): Promise<string> {
  const personId = await personByNik(world.tenant, demoPeople[key].nik)
  const [account] = await world.rows<{ id: string }>(
    `select id from accounts.account where person_id = $1 and kind = 'staff'`,
    [personId],
  )
  return signInAs(world.tenant, account?.id ?? '', { elevated })
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
