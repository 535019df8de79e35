import { AreaChart, BarChart, ColumnChart } from '../components/chart.tsx'
import { Pyramid } from '../components/pyramid.tsx'
import { Stats } from '../components/stat.tsx'
import { defineSpecimens, longText } from './specimen.ts'

const hours = [9, 8.6, 7.4, 7.8, 6, 6.3, 5.2, 4.4, 5]
const points = hours.map((value, i) => ({
  label: `Pekan ${i + 36}`,
  value,
  text: `${String(value).replace('.', ',')} jam`,
}))
const districts = [
  { label: 'Mekarsari', value: 412, text: '412 berkas' },
  { label: 'Baros', value: 286, text: '286 berkas' },
  { label: 'Cempaka', value: 41, text: '41 berkas, 12 terlambat', tone: 'late' as const },
  { label: 'Tirtasari', value: 0, text: 'belum ada' },
]

export const chartSpecimens = defineSpecimens('AreaChart, BarChart, ColumnChart', {
  empty: () => <BarChart title="Berkas menurut kecamatan" points={[]} />,
  one: () => <AreaChart title="Waktu nyata" points={points.slice(0, 1)} startText="9 jam, September" />,
  trend: () => (
    <AreaChart
      title="Waktu nyata turun dari 9 jam menjadi 5 jam sejak September"
      points={points}
      startText="9 jam, September"
      endText="5 jam, kini"
    />
  ),
  bars: () => <BarChart title="Berkas menurut kecamatan" points={districts} />,
  columns: () => (
    <ColumnChart title="Waktu nyata tiap pekan" points={points.map((p) => ({ ...p, label: p.label.slice(6) }))} />
  ),
  'long words': () => <BarChart title={longText} points={[{ label: longText, value: 1, text: longText }]} />,
})

export const statSpecimens = defineSpecimens('Stats', {
  one: () => <Stats label="Satu angka" items={[{ value: '1.284', text: 'berkas selesai pekan ini' }]} rule={false} />,
  many: () => (
    <Stats
      label="Pekan ini"
      items={[
        { value: '1.284', text: 'berkas selesai pekan ini, di 24 kantor' },
        { value: '96,2%', text: 'tepat pada tanggal yang dijanjikan', href: '#' },
        { value: '0,8', text: 'dokumen rata-rata yang masih kami minta per berkas' },
      ]}
    />
  ),
  'long words': () => <Stats label="Panjang" items={[{ value: 'Rp1.284.000.000.000', text: longText }]} />,
})

const ages = ['0–4', '5–9', '10–14', '15–19', '20–24', '75+']
const pyramidOf = (numbers: readonly (number | undefined)[]) =>
  ages.slice(0, numbers.length).map((label, i) => {
    const [left, right] = [numbers[i], numbers.at(-1 - i)]
    const text = (value: number | undefined) => (value === undefined ? 'kurang dari 5' : String(value))
    return { label, left, right, leftText: text(left), rightText: text(right) }
  })
const heads = { leftHead: 'Laki-laki', rightHead: 'Perempuan', labelHead: 'Umur' }

export const pyramidSpecimens = defineSpecimens('Pyramid', {
  empty: () => <Pyramid title="Penduduk menurut umur dan jenis kelamin" {...heads} rows={[]} />,
  one: () => <Pyramid title="Satu kelompok umur" {...heads} rows={pyramidOf([412])} />,
  many: () => <Pyramid title="Penduduk menurut umur" {...heads} rows={pyramidOf([412, 388, 401, 350, 290, 96])} />,
  hidden: () => <Pyramid title="Angka kecil tidak ditampilkan" {...heads} rows={pyramidOf([20, undefined, 31])} />,
  'long words': () => <Pyramid title={longText} {...heads} rows={pyramidOf([5, 8])} />,
})
