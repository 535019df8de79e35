import type { JobContext } from '#kernel/define/module.ts'
import { renewIssuerKey, tellEnded, tidyUp } from './commands/upkeep.ts'

export async function renewKeyJob(_payload: never, { run }: JobContext): Promise<void> {
  await run(renewIssuerKey, {})
}

export async function tidyUpJob(_payload: never, { run }: JobContext): Promise<void> {
  await run(tidyUp, {})
}

/** In portions, so that a day on which many cards end holds no transaction long. */
export async function tellEndedJob(_payload: never, { run }: JobContext): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    if ((await run(tellEnded, {})) === 0) return
  }
}
