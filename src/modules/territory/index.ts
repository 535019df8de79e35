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
  type NeighbourhoodPlace,
  type NeighbourhoodStanding,
  neighbourhoodName,
  threeDigits,
  whyNotThere,
} from './neighbourhood.ts'
export { type AreaChoice, findAreaName, listAreaChoices, listOwnVillages } from './queries/area-choices.ts'
export {
  findNeighbourhood,
  listClosedPlaces,
  listNeighbourhoods,
  listNeighbourhoodsOf,
  type Neighbourhood,
  requireOpenNeighbourhood,
} from './queries/neighbourhoods.ts'
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
