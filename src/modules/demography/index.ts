export { countRegister } from './commands/count-register.ts'
