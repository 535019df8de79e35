import { modules } from '../../src/app.ts'
import { fromRoot } from '../../src/kernel/paths.ts'
import { demoRoles } from '../../src/modules/organization/demo/roles.ts'
import { accessTable } from './access-table.ts'

export const snapshotFile = fromRoot('test/access.snapshot.txt')

/** The table of the program as it is now. */
export function currentAccess(): string {
  return accessTable(modules, demoRoles)
}
