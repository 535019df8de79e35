export { type NumberAsk, type TakenNumber, takeNumber } from './commands/next-number.ts'
export { voidTakenNumber } from './commands/void-taken.ts'
