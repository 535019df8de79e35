import type { AnyCalculator } from '../../calculation/calculator.ts'
import { consignment } from './consignment.ts'
import { customsIncomeTax } from './customs-income-tax.ts'
import { importGoods } from './goods.ts'

export const importCalculators: readonly AnyCalculator[] = [importGoods, consignment, customsIncomeTax]
