import { z } from 'zod'
import { grantsFor, isPermitted, permitted } from '#kernel/access/access.ts'
import { dayOf } from '#kernel/clock/clock.ts'
import { type Exported, exportRoutes } from '#kernel/export/export-routes.ts'
import { type Answer, type AnyRoute, get, page, type RouteContext } from '#kernel/http/route.ts'
import { areaCodePattern } from '#modules/territory/index.ts'
import { exportRegister } from '../commands/export-register.ts'
import { ageOn, parseNik } from '../domain.ts'
import { parseBirth } from '../names/birth-text.ts'
import { peoplePaths } from '../paths.ts'
import { findAreaName, listAreaChoices } from '../queries/area-choices.ts'
import { type AgeGroup, ageGroups, type FoundPerson, searchPeople, searchStatuses } from '../queries/search.ts'
import { sexLabels } from '../terms.ts'
import { registerTexts } from '../texts.ts'
import { RegisterPage } from '../views/register-page.tsx'
import { isStopped as isReadingStopped } from '../watch/queries.ts'
import { readPeople, refuseStopped } from '../watch/read-people.ts'
import { peopleAround } from './around.ts'

/** Without signs that no name has and no database takes. */
const typed = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.replace(/\p{Cc}/gu, ' ').trim())
    .catch('')
const words = typed(100)
const filterQuery = z.object({
  q: words,
  wilayah: z.string().regex(areaCodePattern).catch(''),
  jk: z.enum(['male', 'female', '']).catch(''),
  usia: z.enum([...(Object.keys(ageGroups) as AgeGroup[]), '']).catch(''),
  status: z.enum([...searchStatuses, '']).catch(''),
  lahir: typed(20),
  ibu: words,
  alamat: words,
  rt: typed(3),
  rw: typed(3),
  lanjut: z.string().max(600).optional().catch(undefined),
})

type ListContext = RouteContext<unknown, z.infer<typeof filterQuery>>

export const registerRoutes: readonly AnyRoute[] = [
  get(peoplePaths.register, {
    access: permitted('people.read'),
    audit: 'personal-data',
    query: filterQuery,
    handle: showRegister,
  }),
  ...exportRoutes(peoplePaths.register, {
    access: permitted('people.export'),
    audit: 'personal-data',
    query: filterQuery,
    table: registerTable,
  }),
]

async function showRegister(context: ListContext): Promise<Answer> {
  const { tenant, db, actor, query } = context
  const { lanjut, ...filter } = query
  const territories = grantsFor(actor, 'people.read').map((grant) => grant.territory)
  const today = dayOf(context.now, tenant.profile.zone)
  const isStopped = actor.accountId ? await isReadingStopped(db, actor.accountId) : false
  const found = isStopped
    ? { rows: [], next: undefined, tooMany: false }
    : await searchPeople(tenant, db, { ...searchOf(query), territories, today }, lanjut)
  // Who is asked for by number is looked at; names passing by in a list say no more than a street does.
  if (parseNik(query.q) && found.rows.length > 0) {
    await readPeople(
      context,
      found.rows.map((row) => row.id),
      'mencari NIK di register penduduk',
    )
  }
  return page(
    <RegisterPage
      {...(await peopleAround(context))}
      filter={filter}
      areas={await listAreaChoices(db, filter.wilayah, territories)}
      areaName={filter.wilayah ? await findAreaName(db, filter.wilayah) : undefined}
      found={found}
      mayExport={isPermitted(actor, 'people.export')}
      today={today}
      isStopped={isStopped}
      birthError={filter.lahir !== '' && !parseBirth(filter.lahir)}
    />,
  )
}

function searchOf({ q, wilayah, jk, usia, status, lahir, ibu, alamat, rt, rw }: ListContext['query']) {
  return {
    text: q,
    area: wilayah || undefined,
    sex: jk || undefined,
    ageGroup: usia || undefined,
    status: status || undefined,
    mother: ibu || undefined,
    street: alamat || undefined,
    rt: rt || undefined,
    rw: rw || undefined,
    ...parseBirth(lahir),
  }
}

/** The command notes every person in the file; a failure of the note gives no file. */
async function registerTable(context: ListContext): Promise<Exported<FoundPerson>> {
  const { locale } = context
  await refuseStopped(context)
  const t = registerTexts(locale)
  const today = dayOf(context.now, context.tenant.profile.zone)
  return {
    file: `register-${today}`,
    title: t('title'),
    rows: await context.run(exportRegister, searchOf(context.query)),
    columns: [
      { label: t('name'), kind: 'text', width: 32, value: (row) => row.fullName },
      { label: t('sex'), kind: 'text', width: 14, value: (row) => sexLabels[row.sex][locale] },
      { label: t('born-on'), kind: 'day', value: (row) => Temporal.PlainDate.from(row.birthOn) },
      { label: t('age'), kind: 'number', value: (row) => ageOn(row.birthOn, today) },
      { label: t('village'), kind: 'text', value: (row) => row.village },
      { label: t('district'), kind: 'text', value: (row) => row.district },
      { label: t('status'), kind: 'text', width: 18, value: (row) => t(`status-${row.status}`) },
    ],
  }
}
