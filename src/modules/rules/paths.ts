export const rulePaths = {
  law: '/hukum',
  rule: (key: string) => `/hukum/${key}`,
  calendar: '/kalender',
  calendarOf: (year: number) => `/kalender?tahun=${year}`,
  calendarFile: (year: number) => `/kalender.ics?tahun=${year}`,
  apiRules: '/api/v1/rules',
  apiHolidays: '/api/v1/holidays',
  administration: '/admin/aturan',
  newHoliday: '/admin/aturan/hari-libur',
  newRow: (key: string) => `/admin/aturan/baris/${key}`,
  verify: (id: string) => `/admin/aturan/periksa/${id}`,
}
