import { type Access, permitted } from '#kernel/access/access.ts'
import { type AnyRoute, post, redirect } from '#kernel/http/route.ts'
import { pauseImport, resumeImport, stopImport } from '../commands/control-entering.ts'
import { approveImport, discardImport, returnImport, submitImport } from '../commands/decide-import.ts'
import { chooseSheet, remapColumns } from '../commands/map-columns.ts'
import { askRecall, decideRecall } from '../commands/recall-import.ts'
import { importPaths } from '../paths.ts'
import { importTexts } from '../texts/desk.ts'
import { type ImportContext, importParams } from './around.ts'
import { showOne } from './imports.tsx'

const prepares = permitted('population-import.prepare')
const approves = permitted('population-import.approve')
const approvesProved = permitted('population-import.approve', { stepUp: true })

const act = (
  verb: string,
  access: Access,
  run: (context: ImportContext) => Promise<unknown>,
  leadsTo: (importId: string) => string = importPaths.show,
): AnyRoute =>
  post(importPaths.act(':importId', verb), {
    access,
    audit: 'none',
    params: importParams,
    async handle(context) {
      await run(context)
      context.notify(importTexts(context.locale)('done'))
      return redirect(leadsTo(context.params.importId))
    },
    invalid: showOne,
  })

const reasonOf = (context: ImportContext) => ({ ...context.params, reason: context.form.get('reason') })

export const actRoutes: readonly AnyRoute[] = [
  act('lembar', prepares, (context) =>
    context.run(chooseSheet, { ...context.params, sheet: context.form.get('sheet') }),
  ),
  act('petakan-ulang', prepares, (context) => context.run(remapColumns, context.params), importPaths.columns),
  act('ajukan', prepares, (context) => context.run(submitImport, context.params)),
  act('buang', prepares, (context) => context.run(discardImport, context.params)),
  act('setujui', approvesProved, (context) => context.run(approveImport, context.params)),
  act('kembalikan', approves, (context) => context.run(returnImport, reasonOf(context))),
  act('jeda', prepares, (context) => context.run(pauseImport, context.params)),
  act('lanjutkan', prepares, (context) => context.run(resumeImport, context.params)),
  act('hentikan', prepares, (context) => context.run(stopImport, context.params)),
  act('usul-tarik', prepares, (context) => context.run(askRecall, reasonOf(context))),
  act('putuskan-tarik', approvesProved, (context) =>
    context.run(decideRecall, { ...context.params, agree: context.form.get('keputusan') === 'tarik' }),
  ),
]
