import type { ServiceInput } from '#modules/services/index.ts'

/** What a flow is written in. */
export type State = ServiceInput['flow']['states'][number]
export type Step = ServiceInput['flow']['transitions'][number]
export type Letter = NonNullable<ServiceInput['documents']>[number]
export type Text = State['label']
export type Reasons = NonNullable<Step['reasons']>

type Span = NonNullable<State['deadline']>

/** Working days from the rules of one service: `days('market.stall')('check')`. */
export function days(family: string): (name: string) => { readonly rule: string; readonly per: 'working-day' } {
  return (name) => ({ rule: `${family}.${name}`, per: 'working-day' })
}

/** "paling lama 5 hari kerja", as the dated rule says it. */
export function within({ rule }: Span): Text {
  return { id: `paling lama {rule:${rule}}`, en: `within {rule:${rule}}` }
}

/** "5 hari kerja" */
export function lasting({ rule }: Span): Text {
  return { id: `{rule:${rule}}`, en: `{rule:${rule}}` }
}

/** Where the file lies with an office. How long that takes is told from the deadline, unless there is more to say. */
export function office(state: Omit<State, 'holder'>): State {
  const { step, deadline } = state
  const time = deadline && lasting(deadline)
  return { ...state, holder: 'office', ...(step ? { step: { ...(time ? { time } : {}), ...step } } : {}) }
}

/** What a step needs of its own; who takes it, its key and its tone come with the desk. */
export type Own = Pick<Step, 'from' | 'verb' | 'to' | 'label' | 'done'> & Partial<Step>

/** The counter finds the file complete. */
export function receives(own: Own): Step {
  return { by: 'services.receive', key: 's', tone: 'primary', needs: ['no-marks'], ...own }
}

/** An examiner passes the file on. */
export function examines(own: Own): Step {
  return { by: 'services.verify', key: 's', tone: 'primary', ...own }
}

/** The head of office signs. */
export function signs(own: Own): Step {
  return { by: 'services.sign', key: 's', tone: 'primary', stepUp: true, ...own }
}

/** Whoever signs gives the file back with a reason. */
export function handsBack(own: Own): Step {
  return { by: 'services.sign', key: 'k', needs: ['reason'], ...own }
}
