import { systemActor } from '#kernel/access/access.ts'
import type { RunOptions } from '#kernel/command/command.ts'

/** Money is taken in the name of the channel that told of it, whoever pressed the button. */
export function fromChannel(channel: string): RunOptions {
  return { actor: systemActor(`billing.channel.${channel}`) }
}
