import { knownFamilies } from '../../../demo/known-people.ts'
import { DemoIds, Random } from '../../../demo/random.ts'
import { type FamilyDraft, PersonMaker, type SettledVillage } from './drafts.ts'
import { drawHousehold, type Household } from './household.ts'
import { draftKnownFamily } from './known.ts'

export interface PopulationPlan {
  readonly seed: string
  /** About how many people; the families that the guide names always come first. */
  readonly people: number
  /** Days since 1970. */
  readonly today: number
  readonly villages: readonly SettledVillage[]
}

/** So many civil servants are needed to fill the posts of the demo's offices. */
const wantedServants = 760

/** All families of the region, village by village, drawn one at a time so that a million fit in memory. */
export function* drawPopulation(plan: PopulationPlan): Iterable<FamilyDraft> {
  // Ids rise with time, so that those of the load come before all that the program gives out later.
  const ids = new DemoIds(new Random(plan.seed, 'ids'), Date.UTC(2020, 0, 1))
  let left = plan.people
  for (const known of knownFamilies) {
    left -= known.members.length
    yield draftKnownFamily(known, plan.villages, ids)
  }
  const shares = villageShares(plan)
  const issued = new Map<string, number>()
  const servantShare = Math.min(0.5, Math.max(0.03, wantedServants / (plan.people * 0.42)))
  for (const [index, village] of plan.villages.entries()) {
    const maker = new PersonMaker(new Random(plan.seed, village.code), ids, plan.today, servantShare, issued)
    let quota = Math.round(left * (shares[index] as number))
    while (quota > 0) {
      const household = drawHousehold(maker)
      quota -= household.members.length + household.deceased.length
      yield settle(maker, household, village)
    }
  }
}

/** Towns are larger than villages at the edge. */
function villageShares({ seed, villages }: PopulationPlan): number[] {
  const random = new Random(seed, 'village sizes')
  const weights = villages.map((village) => (village.code.at(-4) === '1' ? 1.6 : 1) * (0.6 + random.next() * 0.9))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}

function settle(maker: PersonMaker, household: Household, village: SettledVillage): FamilyDraft {
  const { random, today } = maker
  const { members, deceased } = household
  const lastChange = Math.max(
    ...members.map((member) => Math.max(member.born, member.marriedOn ?? 0)),
    ...deceased.map((gone) => gone.diedOn ?? 0),
  )
  const head = members[0]
  const founded = Math.max(head?.marriedOn ?? 0, (head?.born ?? 0) + 19 * 365, today - 15 * 365)
  const numberedOn = Math.min(founded + random.between(3, 200), today - 3)
  const issuedOn = Math.min(Math.max(numberedOn, lastChange + random.between(3, 60)), today - 2)
  return {
    id: maker.ids.next(),
    villageCode: village.code,
    postalCode: village.postalCode,
    address: `${random.pick(village.streets)} ${random.between(1, 140)}`,
    rt: String(random.between(1, 8)).padStart(3, '0'),
    rw: String(random.between(1, 6)).padStart(3, '0'),
    numberedOn,
    issuedOn,
    version: issuedOn === numberedOn ? 1 : Math.min(members.length, random.between(2, 4)) || 1,
    members,
    deceased,
  }
}
