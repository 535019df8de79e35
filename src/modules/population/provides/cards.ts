import { provide } from '#kernel/define/extension-point.ts'
import { staffLanding } from '#modules/accounts/index.ts'
import { enrolmentSource } from '#modules/national-register/index.ts'
import { caseEffects, effectUndos, knownSources, registerChecks } from '#modules/services/index.ts'
import { biometricDevices } from '../cards/biometrics.ts'
import { cardFacts } from '../cards/card-facts.ts'
import { childCardChecks, issueChildCard } from '../cards/child-cards.ts'
import { closeBlankDay, moveBlanks } from '../cards/commands/blanks.ts'
import * as counter from '../cards/commands/counter.ts'
import { endCards, endCardsJob } from '../cards/commands/end-cards.ts'
import { beginBatch, recordPrint, reprintCard } from '../cards/commands/print.ts'
import { exemptPart, finishRecording, keepCapture } from '../cards/commands/record-biometrics.ts'
import { cardEnrolments } from '../cards/enrolment-source.ts'
import { familyCardChecks } from '../cards/family-card-checks.ts'
import { joinFamilyCard, openFamilyCard, replaceFamilyCard, undoFamilyCard } from '../cards/family-cards.ts'
import {
  cancelIdentityCard,
  confirmRecording,
  orderIdentityCard,
  requestIdentityCard,
  undoOrder,
} from '../cards/identity-cards.ts'
import { cardPaths } from '../cards/paths.ts'
import * as cards from '../cards/routes/cards.tsx'
import * as production from '../cards/routes/production.tsx'
import * as recording from '../cards/routes/recording.tsx'
import { simulatedDevice } from '../cards/simulated-device.ts'

/** Family cards, identity cards and cards of children. */
export const cardProvisions = [
  provide(caseEffects, 'population.open-family-card', openFamilyCard),
  provide(caseEffects, 'population.join-family-card', joinFamilyCard),
  provide(caseEffects, 'population.replace-family-card', replaceFamilyCard),
  provide(effectUndos, 'population.open-family-card', undoFamilyCard),
  provide(effectUndos, 'population.join-family-card', undoFamilyCard),
  provide(effectUndos, 'population.replace-family-card', undoFamilyCard),
  provide(caseEffects, 'population.request-identity-card', requestIdentityCard),
  provide(caseEffects, 'population.confirm-recording', confirmRecording),
  provide(caseEffects, 'population.order-identity-card', orderIdentityCard),
  provide(caseEffects, 'population.cancel-identity-card', cancelIdentityCard),
  provide(effectUndos, 'population.order-identity-card', undoOrder),
  provide(caseEffects, 'population.issue-child-card', issueChildCard),
  provide(knownSources, 'population.card-facts', cardFacts),
  provide(registerChecks, 'family-card-new', familyCardChecks),
  provide(registerChecks, 'family-card-split', familyCardChecks),
  provide(registerChecks, 'family-card-join', familyCardChecks),
  provide(registerChecks, 'family-card-replacement', familyCardChecks),
  provide(registerChecks, 'child-identity-card', childCardChecks),
  provide(biometricDevices, simulatedDevice.name, simulatedDevice),
  provide(enrolmentSource, 'recorder', cardEnrolments),
  provide(staffLanding, 'cards', {
    label: { id: 'Meja kartu', en: 'Card desk' },
    permission: 'population.read-cards',
    path: cardPaths.desk,
    order: 25,
  }),
]

export const cardRoutes = [
  cards.cardList,
  ...cards.exportCards,
  cards.findByCode,
  cards.shelveChosen,
  production.batches,
  production.makeBatch,
  production.batch,
  production.notePrint,
  production.batchSheet,
  production.blanks,
  production.noteBlanks,
  cards.card,
  cards.actOnCard,
  recording.recordCard,
  recording.takePart,
  recording.ownCards,
]

export const cardCommands = [
  keepCapture,
  exemptPart,
  finishRecording,
  beginBatch,
  recordPrint,
  reprintCard,
  counter.shelveCards,
  counter.sendCard,
  counter.returnCard,
  counter.handOverCard,
  counter.rejectCard,
  counter.cancelCard,
  moveBlanks,
  closeBlankDay,
  endCards,
  cards.noteCardExport,
]

export const cardPermissions = {
  'population.read-cards': { id: 'Melihat kartu identitas di wilayahnya', en: 'See the identity cards of the area' },
  'population.record-biometrics': { id: 'Merekam biometrik', en: 'Record biometrics' },
  'population.print-cards': { id: 'Mencetak kartu identitas', en: 'Print identity cards' },
  'population.hand-over-cards': {
    id: 'Menyimpan, mengirim, dan menyerahkan kartu identitas',
    en: 'Keep, send and hand over identity cards',
  },
  'population.count-blanks': { id: 'Menghitung blangko kartu', en: 'Count the blanks of cards' },
}

export const cardJobs = { 'population.end-cards': endCardsJob }
export const cardCron = [{ task: 'population.end-cards', match: '23 2 * * *' }]
