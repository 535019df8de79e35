import { provide } from '#kernel/define/extension-point.ts'
import { defineModule } from '#kernel/define/module.ts'
import { apiOperations } from '#kernel/http/api-description.ts'
import { credentialOperations } from './api-description.ts'
import { removeCard, reportLost } from './commands/end-cards.ts'
import { issueCredential } from './commands/issue-credential.ts'
import { makeOffer } from './commands/make-offer.ts'
import { redeemOffer } from './commands/redeem-offer.ts'
import { answerRequest, askForCard, openAnswer } from './commands/request-card.ts'
import { checkShownCard, openShowing, prepareShowing } from './commands/show-card.ts'
import { renewIssuerKey, tellEnded, tidyUp } from './commands/upkeep.ts'
import { renewKeyJob, tellEndedJob, tidyUpJob } from './jobs.ts'
import * as check from './routes/check.tsx'
import * as issuance from './routes/issuance.ts'
import * as own from './routes/own.tsx'
import * as request from './routes/request.tsx'
import * as wallet from './routes/wallet.tsx'
import * as wellKnown from './routes/well-known.tsx'

export const credentials = defineModule({
  name: 'credentials',
  routes: [
    own.ownCards,
    own.addCard,
    own.offerCard,
    own.offerHere,
    own.remove,
    own.lost,
    wallet.wallet,
    wallet.walletWorker,
    wallet.walletNonce,
    wallet.show,
    issuance.offer,
    issuance.token,
    issuance.nonce,
    issuance.credential,
    wellKnown.wellKnownIssuer,
    wellKnown.wellKnownServer,
    wellKnown.wellKnownJwtIssuer,
    wellKnown.cardType,
    wellKnown.statusList,
    check.check,
    check.checkPasted,
    request.askPage,
    request.ask,
    request.requested,
    request.openRequested,
    request.answer,
    check.openPage,
    check.open,
    check.apiNonce,
    check.apiCheck,
  ],
  commands: [
    makeOffer,
    redeemOffer,
    issueCredential,
    removeCard,
    reportLost,
    prepareShowing,
    openShowing,
    checkShownCard,
    askForCard,
    answerRequest,
    openAnswer,
    renewIssuerKey,
    tidyUp,
    tellEnded,
  ],
  permissions: {},
  jobs: {
    'credentials.renew-key': renewKeyJob,
    'credentials.tidy': tidyUpJob,
    'credentials.tell': tellEndedJob,
  },
  cron: [
    { task: 'credentials.renew-key', match: '17 3 * * *' },
    { task: 'credentials.tidy', match: '*/10 * * * *' },
    { task: 'credentials.tell', match: '*/5 * * * *' },
  ],
  provides: [provide(apiOperations, 'credentials', credentialOperations)],
})
