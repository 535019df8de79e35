import { noteHealth } from '../commands/announce.ts'
import { grantNumber } from '../commands/numbers.ts'
import { listWantedNumbers } from '../queries/numbers.ts'
import { type ExchangeWork, isReachable } from './send-waiting.ts'

const atOnce = 50

/** Asks for the numbers that cases wait for, oldest first. @returns how many came */
export async function fetchNumbers(work: ExchangeWork): Promise<number> {
  let granted = 0
  if (!(await isReachable(work))) return granted
  for (const wanted of await listWantedNumbers(work.db, work.now(), atOnce)) {
    const { kind, id: requestId, districtCode, day, sex } = wanted
    const said =
      kind === 'nik'
        ? await work.register.allocateNik({ requestId, districtCode, birthOn: day, sex: sex ?? 'male' })
        : await work.register.allocateKk({ requestId, districtCode, issuedOn: day })
    if (said.kind === 'away') {
      const words = said.words ? { words: said.words } : {}
      await work.run(grantNumber, { requestId, problem: said.fault })
      await work.run(noteHealth, { fault: said.fault, ...words, jitter: Math.random() })
      return granted
    }
    const outcome = said.kind === 'granted' ? { number: said.number } : { problem: said.words || 'refused' }
    if (await work.run(grantNumber, { requestId, ...outcome })) granted += 1
  }
  return granted
}
