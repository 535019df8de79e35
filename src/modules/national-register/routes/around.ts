import { grantsFor, isPermitted, permitted } from '#kernel/access/access.ts'
import type { AppError } from '#kernel/errors.ts'
import type { RouteContext } from '#kernel/http/route.ts'
import { areasByCode, findOwnRegion, isWithin, listChildren } from '#modules/territory/index.ts'
import { countOpenDifferences } from '../queries/differences.ts'
import { maySimulate, readSettings } from '../settings.ts'
import type { Around } from '../views/frame.tsx'

export const reading = permitted('national-register.read')
export const settling = permitted('national-register.settle')
export const configuring = permitted('national-register.configure')

/** Grants under which this officer sees announcements and differences. */
export const readingGrants = ({ actor }: RouteContext) => grantsFor(actor, 'national-register.read')

/** What every page of this desk shows around its own content. */
export async function around(context: RouteContext, error?: AppError): Promise<Around> {
  const { actor, db, tenant, config } = context
  const mayConfigure = isPermitted(actor, 'national-register.configure')
  const isSimulated =
    mayConfigure && maySimulate(tenant, config.nationalRegister) && (await readSettings(db)).mode === 'simulator'
  return {
    unitName: actor.position?.unitName,
    notice: context.notice,
    errors: error ? errorsOf(error) : [],
    zone: tenant.profile.zone,
    openDifferences: await countOpenDifferences(db, readingGrants(context)),
    may: {
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

/** Names of places for lists that leave the program. */
export async function placeNames(
  context: RouteContext,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const areas = await areasByCode(context.db, [...new Set(codes)])
  return new Map([...areas].map(([code, { name }]) => [code, name]))
}
