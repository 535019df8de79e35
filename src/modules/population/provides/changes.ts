import { provide } from '#kernel/define/extension-point.ts'
import { caseEffects, effectUndos, knownSources, optionSources, registerChecks } from '#modules/services/index.ts'
import { cancelEntry } from '../changes/cancel-entry.ts'
import { changeCitizenship } from '../changes/change-citizenship.ts'
import { changeData } from '../changes/change-data.ts'
import { changeName } from '../changes/change-name.ts'
import { changeSex } from '../changes/change-sex.ts'
import { correctCertificate } from '../changes/correct-certificate.ts'
import { ownDocuments, reissueDocument } from '../changes/reissue-document.ts'
import { undoChange } from '../changes/undo-change.ts'
import { undoEntry } from '../effects/entries.ts'
import { registerStillbirth } from '../effects/register-stillbirth.ts'
import { changeChecks } from '../queries/change-checks.ts'
import { changeFacts } from '../queries/change-facts.ts'
import { ownEntries } from '../queries/own-entries.ts'

/** Changes of a person's data, corrections, cancellations and further copies of papers. */
export const changeProvides = [
  provide(caseEffects, 'population.change-name', changeName),
  provide(caseEffects, 'population.change-sex', changeSex),
  provide(caseEffects, 'population.change-data', changeData),
  provide(caseEffects, 'population.change-citizenship', changeCitizenship),
  provide(caseEffects, 'population.cancel-entry', cancelEntry),
  provide(caseEffects, 'population.correct-certificate', correctCertificate),
  provide(caseEffects, 'population.reissue-document', reissueDocument),
  provide(caseEffects, 'population.register-stillbirth', registerStillbirth),
  provide(effectUndos, 'population.register-stillbirth', undoEntry),
  provide(optionSources, 'population.own-entries', ownEntries),
  provide(optionSources, 'population.own-documents', ownDocuments),
  provide(effectUndos, 'population.change-name', undoChange),
  provide(effectUndos, 'population.change-sex', undoChange),
  provide(effectUndos, 'population.change-data', undoChange),
  provide(effectUndos, 'population.change-citizenship', undoChange),
  provide(knownSources, 'population.change-facts', changeFacts),
  provide(registerChecks, 'name-change', changeChecks),
  provide(registerChecks, 'sex-change', changeChecks),
  provide(registerChecks, 'personal-data-change', changeChecks),
  provide(registerChecks, 'citizenship-change', changeChecks),
]
