import type { AnyRoute } from '#kernel/http/route.ts'
import * as catalogue from './catalogue.tsx'
import * as definitions from './definitions.tsx'
import { fee } from './fee.tsx'
import * as migration from './migration.tsx'
import * as ranking from './ranking.tsx'
import { replay } from './replay.tsx'

/** What anybody may read of services and how they were decided, and the owner's side of definitions. */
export const publicFaceRoutes: readonly AnyRoute[] = [
  catalogue.catalogue,
  catalogue.suggestions,
  catalogue.servicePage,
  catalogue.procedure,
  catalogue.blankForm,
  fee,
  ranking.ranking,
  ranking.rankingFile,
  ...ranking.exportRanking,
  ranking.allotForm,
  ranking.allot,
  replay,
  definitions.definitions,
  ...definitions.exportDefinitions,
  definitions.newDefinition,
  definitions.checkDefinition,
  definitions.publish,
  definitions.definition,
  definitions.definitionVersion,
  definitions.definitionFile,
  definitions.retire,
  migration.migration,
  migration.migrate,
]
