export { type NumberAsk, type TakenNumber, takeNumber } from './commands/next-number.ts'
