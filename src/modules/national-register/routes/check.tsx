import { permitted } from '#kernel/access/access.ts'
import { type AppError, invalidField } from '#kernel/errors.ts'
import { type Answer, get, page, post, type RouteContext, redirect } from '#kernel/http/route.ts'
import { findPersonByNik, getFamily, openKkNumber, type Person, parseNik } from '#modules/people/index.ts'
import { parseDateParts } from '#ui/index.ts'
import { noteInquiry, reportDifference } from '../commands/inquiry.ts'
import { compareSides, differs, type SideBySide } from '../domain.ts'
import { sidesOf } from '../outbox/compare.ts'
import { nationalPaths } from '../paths.ts'
import type { Elements } from '../port/national-register.ts'
import { openNationalRegister } from '../service.ts'
import { adminTexts } from '../texts-admin.ts'
import { CheckPage, type CheckResult } from '../views/check-page.tsx'
import { around, typedIn } from './around.ts'

const verifying = permitted('national-register.verify')

interface Shown {
  readonly person?: Person | undefined
  readonly isUnknownHere?: boolean
  readonly result?: CheckResult | undefined
  readonly sides?: readonly SideBySide[]
}

async function show(context: RouteContext, shown: Shown = {}, error?: AppError): Promise<Answer> {
  return page(
    <CheckPage
      {...(await around(context, error))}
      typed={typedIn(context)}
      isUnknownHere={shown.isUnknownHere ?? false}
      result={shown.result}
      mayReport={shown.person !== undefined && (shown.sides ?? []).some(differs)}
    />,
    error?.status ?? 200,
  )
}

export const checkForm = get(nationalPaths.check, {
  access: verifying,
  audit: 'none',
  handle: (context) => show(context),
})

/** Asks about one person. The answer itself shows what came, so that no address exists that would ask again. */
export const check = post(nationalPaths.check, {
  access: verifying,
  audit: 'personal-data',
  perMinute: 30,
  async handle(context) {
    const { tenant, db, form, config, clock } = context
    const nik = parseNik(form.get('nik'))
    const t = { id: adminTexts('id'), en: adminTexts('en') }
    if (!nik) throw invalidField('nik', t.id('check.not-nik'), t.en('check.not-nik'))
    const person = await findPersonByNik(tenant, db, nik)
    const wantsData = form.get('cara') === 'data'
    const elements = person ? await elementsOf(context, person) : typedElements(context)
    if (!person && !wantsData && Object.keys(elements).length === 0) return show(context, { isUnknownHere: true })
    const purpose = form.get('tujuan')
    // Written down before anything is asked: what is not on record is not asked.
    await context.run(noteInquiry, { kind: wantsData ? 'person' : 'elements', personId: person?.id, purpose })
    const register = await openNationalRegister({ tenant, config, clock, db })
    if (!register) return show(context, { result: { kind: 'off' } })
    if (!wantsData) {
      const outcome = await register.verifyNik(nik, elements)
      return show(context, { result: { kind: 'elements', outcome, elements }, isUnknownHere: !person })
    }
    const outcome = await register.fetchPerson(nik)
    const theirs = outcome.kind === 'found' ? outcome.person : undefined
    const sides = person ? await sidesOf(tenant, db, person, theirs) : compareSides({}, theirs ?? {})
    if (form.get('aksi') === 'catat' && person && sides.some(differs)) {
      const { id } = await context.run(reportDifference, { personId: person.id, purpose, sides })
      context.notify(adminTexts(context.locale)('check.reported'))
      return redirect(nationalPaths.difference(id))
    }
    return show(context, { person, sides, result: { kind: 'person', outcome, sides } })
  },
  invalid: (context, error) => show(context, {}, error),
})

/** What this register says of the person, for the other one to compare. */
async function elementsOf({ tenant, db }: RouteContext, person: Person): Promise<Elements> {
  const family = person.familyId ? await getFamily(db, person.familyId) : undefined
  const known = {
    kkNumber: family && openKkNumber(tenant, family),
    fullName: person.fullName,
    sex: person.sex,
    birthPlace: person.birthPlace,
    birthOn: person.birthOn,
    motherName: person.motherName,
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value))
}

/** What a letter says of somebody whom this register does not know. */
function typedElements({ form }: RouteContext): Elements {
  const name = form.get('nama')
  const day = parseDateParts(Object.fromEntries(form.entries()), 'lahir')
  return { ...(name ? { fullName: name } : {}), ...(typeof day === 'string' ? { birthOn: day } : {}) }
}
