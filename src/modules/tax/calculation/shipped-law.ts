import { citationOf, type Rule, readRuleFiles } from '#modules/rules/index.ts'

/** The tax rows that come with the program, without a database: for the command line, golden cases and benches. */
export function shippedTaxRows(): Rule[] {
  return readRuleFiles()
    .rules.filter(({ key }) => key.startsWith('tax.') || key.startsWith('licensing.building.'))
    .map((row) => ({
      id: `${row.key}@${row.region}@${row.validFrom}`,
      key: row.key,
      region: row.region,
      value: row.value,
      unit: row.unit,
      title: { id: row.titleId, en: row.titleEn },
      citation: citationOf(row),
      status: row.status,
      validFrom: row.validFrom,
      validTo: row.validTo,
    }))
}
