import { grantsFor, isPermitted, permitted } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { findOwnRegion, isWithin, listChildren } from '#modules/territory/index.ts'
import { countOpenDifferences } from '../queries/differences.ts'
import { maySimulate, readSettings } from '../settings.ts'
import type { Around } from '../views/frame.tsx'

export const reading = permitted('national-register.read')
export const settling = permitted('national-register.settle')
export const configuring = permitted('national-register.configure')

/** Grants under which this officer sees announcements, which name nobody. */
export const readingGrants = ({ actor }: RouteContext) => grantsFor(actor, 'national-register.read')
/** Grants under which this officer sees differences, which show two registers' data of a person. */
export const settlingGrants = ({ actor }: RouteContext) => grantsFor(actor, 'national-register.settle')

/** What every page of this desk shows around its own content. */
export async function around(context: RouteContext, error?: AppError): Promise<Around> {
  const { actor, db, tenant, config } = context
  const maySettle = isPermitted(actor, 'national-register.settle')
  const mayConfigure = isPermitted(actor, 'national-register.configure')
  const isSimulated =
    mayConfigure && maySimulate(tenant, config.nationalRegister) && (await readSettings(db)).mode === 'simulator'
  return {
    unitName: actor.position?.unitName,
    notice: context.notice,
    errors: error ? errorsOf(error) : [],
    zone: tenant.profile.zone,
    openDifferences: maySettle ? await countOpenDifferences(db, settlingGrants(context)) : undefined,
    may: {
      settle: maySettle,
      verify: isPermitted(actor, 'national-register.verify'),
      configure: mayConfigure,
      simulate: isSimulated,
    },
  }
}

const errorsOf = (error: AppError): Around['errors'] =>
  error.fields.length ? error.fields : [{ path: '', message: { id: error.say('id'), en: error.say('en') } }]

/** Everything that was typed, to be given back with the errors. */
export const typedIn = (context: RouteContext): Readonly<Record<string, string>> =>
  Object.fromEntries((context.kept ?? context.form).entries())

interface AreaChoice {
  readonly value: string
  readonly label: string
}

/** Districts of the own region that the officer may look at. */
export async function districtChoices(context: RouteContext): Promise<AreaChoice[]> {
  const own = await findOwnRegion(context.db)
  if (!own) return []
  const territories = readingGrants(context).map(({ territory }) => territory)
  const districts = await listChildren(context.db, own.code)
  return districts
    .filter(({ code }) => territories.some((territory) => isWithin(code, territory) || isWithin(territory, code)))
    .map(({ code, name }) => ({ value: code, label: name }))
}
