import { type Random, Weighted } from '../../../demo/random.ts'
import type { Sex } from '../domain.ts'
import { bloodTypes, educations, type religions } from '../terms.ts'
import type { NameStyle } from './names.ts'

type Religion = (typeof religions)[number]

const faiths: Readonly<Record<NameStyle, Weighted<Religion>>> = {
  javanese: new Weighted([
    ['Islam', 93],
    ['Kristen', 3.5],
    ['Katolik', 2.5],
    ['Buddha', 0.5],
    ['Kepercayaan terhadap Tuhan YME', 0.5],
  ]),
  sundanese: new Weighted([
    ['Islam', 98.5],
    ['Kristen', 1],
    ['Kepercayaan terhadap Tuhan YME', 0.5],
  ]),
  malay: new Weighted([['Islam', 100]]),
  minang: new Weighted([['Islam', 100]]),
  batak: new Weighted([
    ['Kristen', 62],
    ['Islam', 26],
    ['Katolik', 12],
  ]),
  balinese: new Weighted([
    ['Hindu', 93],
    ['Islam', 4],
    ['Kristen', 3],
  ]),
  bugis: new Weighted([
    ['Islam', 99],
    ['Kristen', 1],
  ]),
  florenese: new Weighted([
    ['Katolik', 90],
    ['Kristen', 8],
    ['Islam', 2],
  ]),
  papuan: new Weighted([
    ['Kristen', 74],
    ['Katolik', 22],
    ['Islam', 4],
  ]),
  chinese: new Weighted([
    ['Buddha', 36],
    ['Kristen', 30],
    ['Katolik', 20],
    ['Khonghucu', 9],
    ['Islam', 5],
  ]),
  arab: new Weighted([['Islam', 100]]),
}

export function drawReligion(style: NameStyle, random: Random): string {
  return faiths[style].draw(random)
}

const [none, someSd, sd, sltp, slta, d2, d3, s1, s2, s3] = educations
const adultEducation = {
  old: new Weighted([
    [none, 14],
    [someSd, 20],
    [sd, 38],
    [sltp, 12],
    [slta, 12],
    [d2, 0.7],
    [d3, 1.2],
    [s1, 2],
    [s2, 0.3],
  ]),
  middle: new Weighted([
    [none, 2],
    [someSd, 6],
    [sd, 28],
    [sltp, 20],
    [slta, 31],
    [d2, 1],
    [d3, 3],
    [s1, 8],
    [s2, 1],
    [s3, 0.1],
  ]),
  young: new Weighted([
    [none, 0.5],
    [someSd, 1.5],
    [sd, 9],
    [sltp, 19],
    [slta, 49],
    [d2, 1],
    [d3, 5],
    [s1, 14],
    [s2, 1],
  ]),
} as const

export function drawEducation(age: number, random: Random): string {
  if (age < 7) return none
  if (age < 13) return someSd
  if (age < 16) return sd
  if (age < 19) return sltp
  if (age < 23) return random.chance(0.75) ? slta : sltp
  return adultEducation[age > 58 ? 'old' : age > 35 ? 'middle' : 'young'].draw(random)
}

export const civilServant = 'Pegawai Negeri Sipil (PNS)'
export const notWorking = 'Belum/Tidak Bekerja'
export const pupil = 'Pelajar/Mahasiswa'
const housework = 'Mengurus Rumah Tangga'
const retired = 'Pensiunan'

const work = {
  schooled: new Weighted([
    ['Karyawan Swasta', 34],
    ['Wiraswasta', 20],
    ['Guru', 9],
    ['Karyawan BUMN', 4],
    ['Karyawan Honorer', 6],
    ['Perawat', 3],
    ['Bidan', 2],
    ['Dokter', 1.2],
    ['Dosen', 1.5],
    ['Akuntan', 1.5],
    ['Pedagang', 6],
    ['Apoteker', 0.8],
    ['Arsitek', 0.5],
    ['Tentara Nasional Indonesia (TNI)', 1],
    ['Kepolisian RI (POLRI)', 1.3],
    ['Perangkat Desa', 2],
    ['Pengacara', 0.5],
  ]),
  others: new Weighted([
    ['Petani/Pekebun', 19],
    ['Wiraswasta', 17],
    ['Karyawan Swasta', 15],
    ['Buruh Harian Lepas', 13],
    ['Nelayan/Perikanan', 7],
    ['Pedagang', 8],
    ['Buruh Tani/Perkebunan', 6],
    ['Sopir', 4],
    ['Tukang Batu', 3],
    ['Tukang Kayu', 2.5],
    ['Tukang Jahit', 2],
    ['Peternak', 1.5],
    ['Mekanik', 2],
    ['Buruh Nelayan/Perikanan', 2],
    ['Transportasi', 2],
    ['Ustadz/Mubaligh', 0.5],
    ['Perangkat Desa', 0.8],
    ['Juru Masak', 1],
    ['Tukang Cukur', 0.5],
  ]),
}

export function drawOccupation(age: number, sex: Sex, education: string, married: boolean, random: Random): string {
  if (age < 6) return notWorking
  if (age < 19) return pupil
  if (age < 24 && !married && random.chance(0.42)) return pupil
  if (age > 62 && random.chance(0.35)) return isSchooled(education) ? retired : notWorking
  if (sex === 'female' && random.chance(married ? 0.55 : 0.12)) return married ? housework : notWorking
  if (!married && age < 30 && random.chance(0.15)) return notWorking
  return (isSchooled(education) ? work.schooled : work.others).draw(random)
}

/** Diploma and above. */
export function isSchooled(education: string): boolean {
  return educations.indexOf(education as (typeof educations)[number]) >= educations.indexOf(d2)
}

const bloods = new Weighted<string | null>([
  [null, 38],
  [bloodTypes[0], 16],
  [bloodTypes[1], 18],
  [bloodTypes[2], 5],
  [bloodTypes[3], 23],
])

export function drawBloodType(random: Random): string | null {
  return bloods.draw(random)
}

const elsewhere = [
  'Bandung',
  'Semarang',
  'Surabaya',
  'Medan',
  'Padang',
  'Makassar',
  'Denpasar',
  'Jayapura',
  'Kupang',
  'Palembang',
  'Malang',
  'Cirebon',
]

/** Mostly the region itself; one adult in nine was born elsewhere and moved in. */
export function drawBirthPlace(age: number, random: Random): string {
  return random.chance(age < 15 ? 0.03 : 0.11) ? random.pick(elsewhere) : 'Arunika'
}
