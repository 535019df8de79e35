import { z } from 'zod'
import { isPermitted, permitted, requirePermission } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import type { AppError } from '#kernel/errors.ts'
import { type Answer, type AnyRoute, get, page, post, type RouteContext } from '#kernel/http/route.ts'
import { getAreaPath, isWithin } from '#modules/territory/index.ts'
import { unmaskPerson } from '../commands/unmask-person.ts'
import { formatNik, maskNik } from '../domain.ts'
import { listDuplicatesOf } from '../duplicates/queries.ts'
import { peoplePaths } from '../paths.ts'
import { findAreaName } from '../queries/area-choices.ts'
import { getFamily, listFamilyMembers, listFamilyVersions } from '../queries/families.ts'
import { getPerson } from '../queries/persons.ts'
import { openKkNumber, openNik, type Person } from '../queries/rows.ts'
import { territoryOf } from '../queries/search.ts'
import { FamilyPage } from '../views/family-page.tsx'
import { PersonPage, type PersonPageProps, type ShownNumbers } from '../views/person-page.tsx'
import { readPeople, refuseStopped } from '../watch/read-people.ts'
import { duplicateTerritories, peopleAround } from './around.ts'

const personParams = z.object({ personId: z.uuid() })
const familyParams = z.object({ familyId: z.uuid() })

type PersonContext = RouteContext<z.infer<typeof personParams>>
type FamilyContext = RouteContext<z.infer<typeof familyParams>>

const read = permitted('people.read')
const audit = 'personal-data'

export const personRoutes: readonly AnyRoute[] = [
  get(peoplePaths.person(':personId'), { access: read, audit, params: personParams, handle: showPerson }),
  post(peoplePaths.unmask(':personId'), {
    access: permitted('people.unmask'),
    audit,
    params: personParams,
    handle: unmask,
    invalid: showReasonError,
  }),
  get(peoplePaths.family(':familyId'), { access: read, audit, params: familyParams, handle: showFamily }),
]

const todayOf = ({ now, tenant }: RouteContext): Temporal.PlainDate => dayOf(now, tenant.profile.zone)

async function showPerson(context: PersonContext): Promise<Answer> {
  const found = await findReadable(context)
  // Nothing is shown before the reading is noted; what will be shown is fetched meanwhile.
  const noted = readPeople(context, [found.person.id], 'membuka data di register penduduk')
  const [props] = await Promise.all([personProps(context, found), noted])
  return page(<PersonPage {...props} />)
}

/** The answer itself shows the numbers, so that no address exists that would show them again. */
async function unmask(context: PersonContext): Promise<Answer> {
  const reason = context.form.get('reason')
  await refuseStopped(context)
  await context.run(unmaskPerson, { personId: context.params.personId, reason })
  const props = await personProps(context, await findReadable(context))
  const numbers = await numbersOf(context, props.person, (number) => number, formatNik)
  return page(<PersonPage {...props} numbers={numbers} unmaskedFor={reason} />)
}

async function showReasonError(context: PersonContext, error: AppError): Promise<Answer> {
  const props = await personProps(context, await findReadable(context))
  await readPeople(context, [props.person.id], 'membuka data di register penduduk')
  const message = error.fields[0]?.message[context.locale] ?? error.say(context.locale)
  return page(<PersonPage {...props} reason={context.form.get('reason')} error={message} />, 422)
}

interface Readable {
  readonly person: Person
  readonly territory: string
}

/** @throws not-found, forbidden */
async function findReadable({ db, actor, params }: PersonContext): Promise<Readable> {
  const person = await getPerson(db, params.personId)
  const territory = await territoryOf(db, person)
  requirePermission(actor, 'people.read', { territory })
  return { person, territory }
}

async function personProps(context: PersonContext, { person, territory }: Readable): Promise<PersonPageProps> {
  const { db, actor } = context
  const [around, place, numbers, maybeSame] = await Promise.all([
    peopleAround(context),
    person.familyId ? findAreaName(db, territory) : undefined,
    numbersOf(context, person, maskEnd, maskNik),
    maybeSameAs(context, person.id),
  ])
  const mayUnmask = isPermitted(actor, 'people.unmask', { territory })
  return { ...around, person, place, numbers, mayUnmask, maybeSame, today: todayOf(context) }
}

async function maybeSameAs({ db, actor }: PersonContext, personId: string) {
  const territories = duplicateTerritories(actor)
  const pairs = territories.length > 0 ? await listDuplicatesOf(db, personId) : []
  return pairs
    .filter((pair) => pair.state !== 'joined' && territories.some((territory) => isWithin(pair.territory, territory)))
    .map((pair) => ({ id: pair.id, name: pair.personA === personId ? pair.nameB : pair.nameA }))
}

async function numbersOf(
  { tenant, db }: PersonContext,
  person: Person,
  show: (number: string) => string,
  showNik: (nik: string) => string,
): Promise<ShownNumbers> {
  const family = person.familyId ? await getFamily(db, person.familyId) : undefined
  return {
    nik: showNik(openNik(tenant, person)),
    kkNumber: family && showNik(openKkNumber(tenant, family)),
    birthCertificate: person.birthCertificateNumber && show(person.birthCertificateNumber),
    marriageCertificate: person.marriageCertificateNumber && show(person.marriageCertificateNumber),
  }
}

/** Certificate numbers hold a date; their kind says enough. */
function maskEnd(number: string): string {
  return number.replace(/\d/g, '*')
}

async function showFamily(context: FamilyContext): Promise<Answer> {
  const { tenant, db, actor } = context
  const { familyId } = context.params
  const [family, members] = await Promise.all([getFamily(db, familyId), listFamilyMembers(db, familyId)])
  requirePermission(actor, 'people.read', { territory: family.villageCode })
  const [[, , district, village], around, versions] = await Promise.all([
    getAreaPath(db, family.villageCode),
    peopleAround(context),
    listFamilyVersions(db, familyId),
    // Nothing is shown before the reading is noted.
    readPeople(
      context,
      members.map((member) => member.id),
      'membuka kartu keluarga di register penduduk',
    ),
  ])
  return page(
    <FamilyPage
      {...around}
      family={family}
      kkNumber={maskNik(openKkNumber(tenant, family))}
      members={members}
      versions={versions}
      village={village?.name ?? ''}
      district={district?.name ?? ''}
      today={todayOf(context)}
      zone={tenant.profile.zone}
    />,
  )
}
