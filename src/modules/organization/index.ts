export { type AdminNavItem, adminNav, adminNavFor } from './admin-nav.ts'
export { createFirstAdministrator, type FirstAdministrator } from './commands/first-administrator.ts'
export type { Manner, UnitKind } from './domain.ts'
export { mandateActs } from './mandate-acts.ts'
export { permissionCatalogue } from './permission-catalogue.ts'
export {
  findActingSigner,
  findSigner,
  type HeldPosition,
  listGrantsOf,
  resolveGrants,
  type Signer,
} from './queries/authority.ts'
export { listMandates, type Mandate } from './queries/mandates.ts'
export { findOfficial, findOfficialOfPerson, type Official, searchOfficials } from './queries/officials.ts'
export { findUnit, getUnit, listUnits, nameUnits, type Unit, unitServing } from './queries/units.ts'
export { AdministrationFrame, type AdministrationFrameProps, type AdminPage } from './views/administration-frame.tsx'
