export {
  type AreaLevel,
  areaCodePattern,
  areaLevels,
  chosenArea,
  codesDownTo,
  isAreaCode,
  isWithin,
  levelOf,
} from './domain.ts'
export {
  type AddressLevel,
  type AddressOptions,
  type Area,
  addressLevels,
  areasByCode,
  type FoundArea,
  findArea,
  findBoundary,
  findOwnRegion,
  getAreaPath,
  listChildren,
  listStreets,
  searchAreas,
} from './queries.ts'
export { claimRegion, loadNationalAreas, seedTerritory } from './seed.ts'
