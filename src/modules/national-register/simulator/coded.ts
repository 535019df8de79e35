/** The first twelve digits that the centre gives a number: district, and the day with its addition for women. */
export function coded(districtCode: string, day: string, addition: number): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${districtCode.replaceAll('.', '')}${String(Number(date) + addition).padStart(2, '0')}${month}${year.slice(2)}`
}
