import { readRuleFiles } from '#modules/rules/index.ts'
import { checkDefinition, installedFrom, type ServiceDefinition, sayFault } from '#modules/services/index.ts'
import { shippedServices } from '#services/index.ts'
import type { Figure } from './report.ts'
import { interleave, median, timed } from './rounds.ts'

const rounds = 7
/** Larger than any service of any office: what is proved at publishing must not grow out of hand. */
const large = { states: 200, fields: 150, branches: 4 }
const mostMs = 1000

/** How long the proof of a definition takes: of the largest that is shipped, and of one far larger. */
export async function benchCheckDefinition(): Promise<Figure[]> {
  const [first] = shippedServices
  if (!first) throw new Error('no service is shipped')
  const huge = enlarge(first)
  const installed = {
    ...installedFrom({
      permissions: permissionsOf([...shippedServices, huge]),
      files: readRuleFiles(),
      services: shippedServices,
    }),
    effects: new Set(shippedServices.flatMap(({ flow }) => flow.transitions.flatMap((row) => row.effects))),
    known: new Set(shippedServices.map((service) => service.known)),
  }
  const faults = checkDefinition(huge, installed).filter((fault) => !fault.code.startsWith('golden'))
  if (faults.length)
    throw new Error(`the large definition is not sound: ${faults.slice(0, 3).map(sayFault).join('; ')}`)
  // A fresh copy each time: nothing is remembered of a definition that was never seen.
  const check = (definition: ServiceDefinition) => () =>
    timed(async () => checkDefinition(structuredClone(definition), installed))
  const biggest = shippedServices.reduce((most, one) => (sizeOf(one) > sizeOf(most) ? one : most))
  const { ours, far } = await interleave(rounds, { ours: check(biggest), far: check(huge) })
  return [
    {
      name: `proof of the largest shipped definition (${biggest.id})`,
      unit: 'ms',
      value: median(ours),
      detail: { all: ours },
    },
    {
      name: `proof of ${large.states} states, ${large.fields} fields, ${large.branches} reviews at once`,
      unit: 'ms',
      value: median(far),
      goal: { of: 'value', is: '<=', than: mostMs },
      detail: { all: far },
    },
  ]
}

function sizeOf({ flow, form }: ServiceDefinition): number {
  return flow.transitions.length + form.pages.flatMap((page) => page.groups.flatMap((group) => group.fields)).length
}

function permissionsOf(services: readonly ServiceDefinition[]): string[] {
  return services
    .flatMap(({ flow }) => [
      ...flow.transitions.map((row) => row.by),
      ...flow.states.flatMap((state) => [state.desk, ...(state.branches ?? []).map((branch) => branch.desk)]),
    ])
    .filter((name) => name !== undefined)
}

const say = (text: string) => ({ id: `${text} (id)`, en: `${text} (en)` })

/** A long chain of desks before the flow itself, each with a choice of ways, and a form of many conditions. */
function enlarge(service: ServiceDefinition): ServiceDefinition {
  const huge = structuredClone(service)
  const desk = 'services.verify'
  const old = huge.flow.initial
  const name = (index: number) => (index === large.states ? old : `desk-${index}`)
  for (let index = 0; index < large.states; index += 1) {
    huge.flow.states.push({
      id: name(index),
      holder: 'office',
      label: say(`Desk ${index}`),
      sentence: say('At the desk since {since}'),
      ...(index === 0 ? { branches: reviews(desk) } : { desk }),
    })
    const row = {
      from: name(index),
      verb: 'pass',
      to: name(index + 1),
      by: index === 0 ? 'engine' : desk,
      label: say('Pass'),
      done: say('Passed'),
      tone: 'primary' as const,
      needs: [],
      form: [],
      afterAppointment: false,
      stepUp: false,
      notBy: [],
      bulk: false,
      effects: [],
      undoes: [],
    }
    huge.flow.transitions.push(row)
    if (index === 0) {
      const when = 'branches.review0 == "bad" || branches.review1 == "bad" || branches.review2 == "bad"'
      huge.flow.transitions.splice(-1, 0, { ...row, verb: 'skip', to: name(2), when })
    } else if (index + 2 <= large.states) {
      huge.flow.transitions.push({ ...row, verb: 'jump', to: name(index + 2), when: `answers.extra${index % 50} > 10` })
    }
  }
  huge.flow.initial = name(0)
  const fields = Array.from({ length: large.fields }, (_, index) => ({
    id: `extra${index}`,
    kind: 'number' as const,
    min: 0,
    max: 1000,
    label: say(`Extra ${index}`),
    ...(index % 3 === 0 ? {} : { when: `answers.extra${index - (index % 3)} > ${index}` }),
  }))
  huge.form.pages.push({ id: 'many', title: say('Many'), groups: [{ fields }] })
  return huge
}

function reviews(desk: string): NonNullable<ServiceDefinition['flow']['states'][number]['branches']> {
  return Array.from({ length: large.branches }, (_, index) => ({
    id: `review${index}`,
    label: say(`Review ${index}`),
    desk,
    when: `answers.extra${index * 3} > 5`,
    form: [],
    outcomes: ['good', 'fair', 'bad'].map((id) => ({
      id,
      label: say(id),
      done: say(id),
      tone: 'secondary' as const,
      needs: [],
    })),
  }))
}
