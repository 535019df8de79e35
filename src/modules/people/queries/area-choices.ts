export { type AreaChoice, findAreaName, listAreaChoices } from '#modules/territory/index.ts'
