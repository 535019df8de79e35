export { findObject, type TaxObject } from './queries/objects.ts'
export { findTaxpayer, findTaxpayerByNumber, type Taxpayer } from './queries/taxpayers.ts'
