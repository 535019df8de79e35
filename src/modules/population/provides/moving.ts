import { provide } from '#kernel/define/extension-point.ts'
import { staffLanding } from '#modules/accounts/index.ts'
import { sameEvents } from '#modules/field-counter/index.ts'
import { caseEffects, effectUndos, knownSources, registerChecks } from '#modules/services/index.ts'
import { answerAsked, askOrigin } from '../moving/asked.ts'
import { issueMovedCard, issueMovedCardsJob } from '../moving/cards-of-move.ts'
import { movingChecks } from '../moving/checks.ts'
import { claimArrival } from '../moving/claim.ts'
import { confirmEnd, proposeEnd, rejectEnd } from '../moving/end-transfer.ts'
import { noteAttempt } from '../moving/exchange/deliver.ts'
import { exchangeMoves, messages, ownRegionKeys } from '../moving/exchange/routes.ts'
import { takeStatement } from '../moving/exchange/take-statement.ts'
import { movingFacts } from '../moving/facts.ts'
import { lapseTransfer } from '../moving/lapse.ts'
import { registerMoveIn, undoMoveIn } from '../moving/move-in.ts'
import { registerMoveOut, undoMoveOut } from '../moving/move-out.ts'
import { registerMoveWithin, undoMove } from '../moving/move-within.ts'
import { addPeer, suspendPeer, verifyPeer } from '../moving/peers.ts'
import { deskRoutes } from '../moving/routes/desk.tsx'
import { claimRoutes, peerRoutes } from '../moving/routes/peers.tsx'
import { sameMoveIn, sameMoveOut, sameMoveWithin } from '../moving/same-move.ts'
import { refuseArrival, registerArrival, retryTransfer, undoArrival, withdrawTransfer } from '../moving/settle.ts'
import { movingPaths } from '../paths.ts'

/** Moves within, out of and into the region. */
export const movingProvides = [
  provide(caseEffects, 'population.move-within', registerMoveWithin),
  provide(effectUndos, 'population.move-within', undoMove),
  provide(caseEffects, 'population.move-out', registerMoveOut),
  provide(effectUndos, 'population.move-out', undoMoveOut),
  provide(caseEffects, 'population.move-in', registerMoveIn),
  provide(effectUndos, 'population.move-in', undoMoveIn),
  provide(knownSources, 'population.moving-facts', movingFacts),
  ...['move-within', 'move-out', 'move-in'].map((service) => provide(registerChecks, service, movingChecks)),
  provide(sameEvents, 'move-within', sameMoveWithin),
  provide(sameEvents, 'move-out', sameMoveOut),
  provide(sameEvents, 'move-in', sameMoveIn),
  provide(staffLanding, 'moves', {
    label: { id: 'Perpindahan', en: 'Moves' },
    permission: 'population.read-moves',
    path: movingPaths.desk,
    order: 36,
  }),
]

export const movingRoutes = [...deskRoutes, ...peerRoutes, ...claimRoutes, ownRegionKeys, messages]

export const movingCommands = [
  registerArrival,
  refuseArrival,
  undoArrival,
  withdrawTransfer,
  retryTransfer,
  askOrigin,
  answerAsked,
  claimArrival,
  addPeer,
  verifyPeer,
  suspendPeer,
  takeStatement,
  noteAttempt,
  lapseTransfer,
  proposeEnd,
  confirmEnd,
  rejectEnd,
  issueMovedCard,
]

export const movingPermissions = {
  'population.read-moves': { id: 'Membaca perpindahan penduduk', en: 'Read moves of residents' },
  'population.settle-moves': {
    id: 'Mendaftarkan, menolak dan menarik perpindahan antar daerah',
    en: 'Register, refuse and withdraw moves between regions',
  },
  'population.confirm-move-end': {
    id: 'Mengesahkan akhir perpindahan yang tidak dijawab daerah lain',
    en: 'Confirm the end of a move that another region never answered',
  },
  'population.keep-peers': {
    id: 'Menyambungkan dan menghentikan daerah lain',
    en: 'Connect and suspend other regions',
  },
}

export const movingJobs = {
  'population.exchange-moves': exchangeMoves,
  'population.issue-moved-cards': issueMovedCardsJob,
}
export const movingCron = [{ task: 'population.exchange-moves', match: '* * * * *' }]
