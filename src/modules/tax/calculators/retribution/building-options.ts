import { option } from '../../calculation/fields.ts'

export const uses = [
  option('dwelling', 'Hunian', 'Dwelling'),
  option('business', 'Usaha', 'Business'),
  option('business-prototype', 'Usaha mikro dengan prototipe', 'Small business after a prototype'),
  option('social', 'Sosial dan budaya', 'Social and cultural'),
  option('mixed', 'Campuran', 'Mixed'),
  option('special', 'Khusus', 'Special'),
  option('religious', 'Keagamaan', 'Religious'),
] as const

export const complexities = [
  option('simple', 'Sederhana', 'Simple'),
  option('not-simple', 'Tidak sederhana', 'Not simple'),
] as const

export const permanences = [
  option('permanent', 'Permanen', 'Permanent'),
  option('temporary', 'Nonpermanen', 'Temporary'),
] as const

export const owners = [
  option('other', 'Perorangan atau badan usaha', 'A person or a company'),
  option('state', 'Negara atau daerah', 'The state or a region'),
] as const

export const workKinds = [
  option('new', 'Bangunan baru', 'New'),
  option('repair-medium', 'Rehabilitasi sedang', 'Medium repair'),
  option('repair-heavy', 'Rehabilitasi berat', 'Heavy repair'),
  option('heritage-pratama', 'Pelestarian pratama', 'Conservation, first level'),
  option('heritage-madya', 'Pelestarian madya', 'Conservation, middle level'),
  option('heritage-utama', 'Pelestarian utama', 'Conservation, highest level'),
] as const

export const worksAround = [
  option('fence', 'Pagar (m)', 'Fence (m)'),
  option('retaining-wall', 'Tanggul, dinding penahan (m)', 'Retaining wall (m)'),
  option('gate', 'Gapura, gerbang (unit)', 'Gate (unit)'),
  option('yard', 'Lapangan, perkerasan (m²)', 'Yard (m²)'),
  option('road', 'Jalan dalam (m²)', 'Inner road (m²)'),
  option('pool', 'Kolam (m²)', 'Pool (m²)'),
  option('tower', 'Menara (m)', 'Tower (m)'),
  option('billboard-frame', 'Konstruksi reklame (m²)', 'Frame of a billboard (m²)'),
  option('tank', 'Tangki (m³)', 'Tank (m³)'),
  option('septic', 'Instalasi pengolahan (m²)', 'Treatment plant (m²)'),
] as const
