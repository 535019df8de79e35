import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { apiOperations } from '#kernel/http/api-description.ts'
import { partnerPermissions } from '#modules/partners/index.ts'
import { vouchingOperations } from './api-description.ts'
import { answerQuestion } from './commands/answer-question.ts'
import { decideConsent, requestConsent } from './commands/consents.ts'
import { ask, askConsent, consentState } from './routes/api.ts'
import { decide, ownConsent, ownVouching } from './routes/own.tsx'

const mayAsk = { id: 'Mencocokkan data penduduk', en: 'Compare data of residents' }

export const vouching = defineModule({
  name: 'vouching',
  routes: [ask, askConsent, consentState, ownVouching, ownConsent, decide],
  commands: [answerQuestion, requestConsent, decideConsent],
  permissions: { 'vouching.ask': mayAsk },
  provides: [
    provide(partnerPermissions, 'vouching.ask', mayAsk),
    provide(apiOperations, 'vouching', vouchingOperations),
  ],
})
