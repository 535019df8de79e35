import type { DemoUnit } from './units.ts'

export interface DemoPosition {
  readonly unitPath: string
  readonly title: string
  readonly rank: number
  readonly roles: readonly string[]
  /** Key of the known person who holds it (src/demo/known/persons.csv). */
  readonly holder?: string | undefined
}

const staffTitles = [
  'Analis Kebijakan Ahli Muda',
  'Perencana Ahli Muda',
  'Pengelola Layanan Operasional',
  'Penata Layanan Operasional',
  'Pengadministrasi Perkantoran',
  'Arsiparis Terampil',
  'Pranata Komputer Ahli Pertama',
  'Analis Sumber Daya Manusia Aparatur',
  'Bendahara Pengeluaran',
  'Pengolah Data dan Informasi',
]
const clinicTitles = [
  'Dokter Ahli Pertama',
  'Bidan Terampil',
  'Perawat Terampil',
  'Apoteker Ahli Pertama',
  'Sanitarian',
  'Nutrisionis',
]

/** Posts with a name of their own, beside heads, secretaries and staff. */
const special: readonly DemoPosition[] = [
  { unitPath: 'pemerintah', title: 'Administrator Balai', rank: 50, roles: ['administrator'], holder: 'yusuf' },
  {
    unitPath: 'disdukcapil',
    title: 'Verifikator Pencatatan Sipil',
    rank: 60,
    roles: ['verifier', 'national-settler'],
    holder: 'laras',
  },
  { unitPath: 'disdukcapil', title: 'Verifikator Pencatatan Sipil II', rank: 60, roles: ['verifier'] },
  { unitPath: 'disdukcapil', title: 'Verifikator Pendaftaran Penduduk', rank: 60, roles: ['verifier'] },
  {
    unitPath: 'disdukcapil',
    title: 'Pengelola Register Penduduk',
    rank: 60,
    roles: ['register-officer'],
    holder: 'ratih',
  },
  { unitPath: 'disdukcapil.upt-mekarsari', title: 'Petugas Loket', rank: 70, roles: ['front-office'], holder: 'bagas' },
  { unitPath: 'inspektorat', title: 'Auditor Ahli Madya', rank: 60, roles: ['auditor'], holder: 'kartika' },
  // Of the government itself: the whole region's revenue goes through their hands.
  { unitPath: 'pemerintah', title: 'Bendahara Penerimaan', rank: 60, roles: ['treasurer'] },
  { unitPath: 'pemerintah', title: 'Kuasa Bendahara Umum Daerah', rank: 45, roles: ['refund-approver'] },
  { unitPath: 'bapenda', title: 'Pengelola Pajak Daerah', rank: 60, roles: ['tax-officer'] },
  // The information desk of the PPID, who is the head of Diskominfo.
  { unitPath: 'diskominfo.ikp', title: 'Petugas Layanan Informasi', rank: 60, roles: ['verifier'] },
  { unitPath: 'diskominfo.aptika', title: 'Pranata Komputer Ahli Muda', rank: 60, roles: [], holder: 'yusuf' },
]

/** Agencies whose services the demo shows: their counters and verifiers are filled even in the smallest region. */
const shownAgencies = ['dpmptsp', 'dpupr', 'dlh', 'diskumdag', 'disdik', 'bakesbangpol', 'diskominfo', 'bapenda']

/**
 * The posts of all units, most needed first, up to `count`: heads, then those a service cannot do
 * without, then staff spread over the units.
 */
export function demoPositions(units: readonly DemoUnit[], count: number): DemoPosition[] {
  const heads = units.flatMap(headOf).sort((a, b) => a.rank - b.rank)
  const isShown = ({ path }: DemoUnit) => shownAgencies.includes(path)
  const shown = units.filter(isShown).flatMap(counterOf)
  const counters = units.filter((unit) => hasCounter(unit) && !isShown(unit)).flatMap(counterOf)
  const positions = [...special, ...shown, ...heads, ...counters]
  const rooms = units.filter((unit) => unit.kind !== 'government')
  for (let round = 0; positions.length < count; round += 1) {
    for (const unit of rooms.slice(0, count - positions.length)) positions.push(staffOf(unit, round))
  }
  return positions
}

/** What only the head of this office decides. */
const headRoles: Readonly<Record<string, readonly string[]>> = {
  disdukcapil: ['import-approver', 'move-approver'],
  bapenda: ['tax-approver'],
}

function headOf(unit: DemoUnit): DemoPosition[] {
  const post = (title: string, rank: number, roles: string[]): DemoPosition => ({
    unitPath: unit.path,
    title,
    rank,
    roles,
    holder: unit.path === 'disdukcapil' && rank === 10 ? 'wening' : undefined,
  })
  const leads = ['signer', 'unit-head']
  switch (unit.kind) {
    case 'secretariat':
      return unit.code === 'setda' ? [post('Sekretaris Daerah', 5, leads)] : [post('Sekretaris DPRD', 10, leads)]
    case 'agency':
      return [
        post(headTitle(unit), 10, [...leads, ...(headRoles[unit.code] ?? [])]),
        post(`Sekretaris ${unit.shortName}`, 20, ['unit-head']),
      ]
    case 'district':
      return [
        post(`Camat ${unit.name.replace('Kecamatan ', '')}`, 15, leads),
        post('Sekretaris Kecamatan', 25, ['unit-head']),
      ]
    case 'health-centre':
    case 'section':
      return [post(`Kepala ${unit.name}`, 40, ['unit-head'])]
    case 'division':
      return [post(unit.name.startsWith('Inspektur') ? unit.name : `Kepala ${unit.name}`, 30, ['unit-head'])]
    default:
      return []
  }
}

function headTitle({ code, name }: DemoUnit): string {
  if (code === 'inspektorat') return 'Inspektur Daerah'
  return code === 'satpolpp' ? 'Kepala Satpol PP dan Pemadam Kebakaran' : `Kepala ${name}`
}

/** Units that people come to: each has a counter, agencies also somebody who checks what came in. */
function hasCounter(unit: DemoUnit): boolean {
  return unit.kind === 'agency' || unit.kind === 'district' || unit.path.startsWith('disdukcapil.upt-')
}

function counterOf(unit: DemoUnit): DemoPosition[] {
  const counter = {
    unitPath: unit.path,
    title: unit.path === 'disdukcapil.upt-mekarsari' ? 'Petugas Loket II' : 'Petugas Loket',
    rank: 70,
    roles: ['front-office'],
  }
  if (unit.kind === 'section' || unit.code === 'disdukcapil') return [counter]
  return [counter, { unitPath: unit.path, title: 'Verifikator Layanan', rank: 60, roles: ['verifier'] }]
}

function staffOf(unit: DemoUnit, round: number): DemoPosition {
  const titles = unit.kind === 'health-centre' ? clinicTitles : staffTitles
  const offset = unit.path.length
  const title = titles[(round + offset) % titles.length] as string
  const turn = Math.floor(round / titles.length)
  return { unitPath: unit.path, title: turn ? `${title} ${turn + 1}` : title, rank: 80, roles: [] }
}
