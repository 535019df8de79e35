import { provide } from '#kernel/define/extension-point.ts'
import { isWaitingForNumber, nationalDelay, waitingForNumber } from '#modules/national-register/index.ts'
import { type CaseNotice, caseEffects, caseNotices } from '#modules/services/index.ts'
import { askNumbers } from '../effects/ask-numbers.ts'

/** Numbers of the national register, and what its absence means for a file. */
export const nationalProvides = [
  provide(caseEffects, 'population.ask-numbers', askNumbers),
  provide(caseNotices, 'national-register', async (tenant, db, { caseId, unit, now }) => {
    if (unit !== 'disdukcapil') return []
    const said: CaseNotice[] = []
    if (await isWaitingForNumber(db, caseId)) said.push({ tone: 'info', text: waitingForNumber })
    const delay = await nationalDelay(tenant, db, now)
    if (delay) said.push({ tone: 'info', text: delay })
    return said
  }),
]
