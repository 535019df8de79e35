export const taxPaths = {
  all: '/pajak/hitung',
  calculator: (kind: string) => `/pajak/hitung/${kind}`,
  sheet: (kind: string) => `/pajak/hitung/${kind}/lembar`,
  apiCalculate: '/api/v1/tax/calculate',
  apiKinds: '/api/v1/tax/kinds',
} as const
