import type { Client } from 'pg'

/** The invented regency's own day off: its anniversary, by an invented decree. */
export async function loadRegionalHolidays(owner: Client): Promise<number> {
  const years = [2024, 2025, 2026, 2027]
  for (const year of years) {
    await owner.query(
      `insert into rules.holiday (day, region, kind, name_id, name_en, citation, status)
       values ($1, '99.01', 'regional', 'Hari Jadi Kabupaten Arunika', 'Anniversary of Arunika', 'Keputusan Bupati Arunika (rekaan)', 'verified')
       on conflict do nothing`,
      [`${year}-09-12`],
    )
  }
  return years.length
}
