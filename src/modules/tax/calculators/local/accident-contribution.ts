import type { Line } from '../../calculation/calculator.ts'
import { Exact } from '../../calculation/exact.ts'
import { choice, option } from '../../calculation/fields.ts'
import type { Law } from '../../calculation/law.ts'
import type { Working } from '../../calculation/working.ts'
import type { Vehicle } from './vehicle-taxes.ts'

/** Class of the accident contribution. */
export const contribution = choice({
  label: { id: 'Golongan SWDKLLJ', en: 'Class of the accident contribution (SWDKLLJ)' },
  options: [
    option('by-vehicle', 'Menurut jenis kendaraan', 'By the kind of vehicle'),
    option('motorcycle-small', 'Sepeda motor sampai 50 cc', 'Motorcycle up to 50 cc'),
    option('motorcycle-large', 'Sepeda motor di atas 250 cc', 'Motorcycle above 250 cc'),
    option('public-car', 'Mobil penumpang umum', 'Public passenger car'),
    option('public-bus', 'Bus umum', 'Public bus'),
    option('ambulance', 'Ambulans, jenazah, pemadam', 'Ambulance, hearse, fire engine'),
    option('none', 'Tidak dihitung di sini', 'Not counted here'),
  ],
  initial: 'by-vehicle',
})

const classes: Readonly<Record<Vehicle, string>> = {
  motorcycle: 'motorcycle',
  sedan: 'car',
  minibus: 'car',
  jeep: 'car',
  pickup: 'car',
  bus: 'bus',
  truck: 'truck',
}

/** Goes to Jasa Raharja. @basis PMK 16/PMK.010/2017 */
export function contributionLine(
  chosen: string,
  vehicle: Vehicle,
  isPublic: boolean,
  law: Law,
  working: Working | undefined,
): Line[] {
  if (chosen === 'none') return []
  const key = 'tax.swdkllj.tariff'
  const tariffs = law.table(key, (table) => table as Readonly<Record<string, number>>)
  const name = chosen === 'by-vehicle' ? classOf(vehicle, isPublic) : chosen
  const amount = Exact.of(tariffs[name] ?? 0)
  const label = { id: 'SWDKLLJ', en: 'Accident contribution (SWDKLLJ)' }
  working?.step('swdkllj', label, amount, undefined, law.rule(key))
  return [{ id: 'swdkllj', label, amount, destination: 'insurer' }]
}

function classOf(vehicle: Vehicle, isPublic: boolean): string {
  const name = classes[vehicle]
  return isPublic && (name === 'car' || name === 'bus') ? `public-${name}` : name
}
