import { describe, expect, it } from 'vitest'
import { ServiceIndex } from './service-index.ts'
import { inventedServices } from './testing/invented-services.ts'
import { slipsBetween, stemOf } from './words.ts'

const index = new ServiceIndex(inventedServices)
const found = (text: string) => index.find(text).map((hit) => hit.item.definition.slug)

/** What people type, and the service they mean. */
const meant: readonly (readonly [typed: string, slug: string])[] = [
  ['akta lahir', 'akta-kelahiran'],
  ['akte kelahiran', 'akta-kelahiran'],
  ['AKTE LAHIR', 'akta-kelahiran'],
  ['aktalahir', 'akta-kelahiran'],
  ['akta kelahiarn', 'akta-kelahiran'],
  ['akte kelahran', 'akta-kelahiran'],
  ['anak saya baru lahir', 'akta-kelahiran'],
  ['istri melahirkan', 'akta-kelahiran'],
  ['birth certificate', 'akta-kelahiran'],
  ['brith certificate', 'akta-kelahiran'],
  ['newborn baby', 'akta-kelahiran'],
  ['akta mati', 'akta-kematian'],
  ['bapak meninggal', 'akta-kematian'],
  ['akta kemtian', 'akta-kematian'],
  ['death certificate', 'akta-kematian'],
  ['nikah', 'akta-perkawinan'],
  ['saya mau menikah', 'akta-perkawinan'],
  ['marriage', 'akta-perkawinan'],
  ['cerai', 'akta-perceraian'],
  ['KTP', 'ktp-elektronik'],
  ['e-ktp', 'ktp-elektronik'],
  ['ektp hilang', 'ktp-elektronik'],
  ['kartu tanda penduduk', 'ktp-elektronik'],
  ['kartu tanda pendudk', 'ktp-elektronik'],
  ['identity card', 'ktp-elektronik'],
  ['kk', 'kartu-keluarga'],
  ['kartu kluarga', 'kartu-keluarga'],
  ['pecah kartu keluarga', 'kartu-keluarga'],
  ['family card', 'kartu-keluarga'],
  ['ktp anak', 'kartu-identitas-anak'],
  ['surat pindah', 'pindah-keluar'],
  ['pindah ke kota lain', 'pindah-keluar'],
  ['pendatang', 'pindah-datang'],
  ['salah nama', 'perubahan-biodata'],
  ['imb', 'persetujuan-bangunan'],
  ['izin mendirikan bangunan', 'persetujuan-bangunan'],
  ['ijin bangunan', 'persetujuan-bangunan'],
  ['mau bangun rumah', 'persetujuan-bangunan'],
  ['building permit', 'persetujuan-bangunan'],
  ['bulding permit', 'persetujuan-bangunan'],
  ['slf', 'laik-fungsi'],
  ['izin warung kopi', 'usaha-risiko'],
  ['restoran', 'usaha-risiko'],
  ['sewa kios pasar', 'kios-pasar'],
  ['market stall', 'kios-pasar'],
  ['pasang spanduk', 'reklame'],
  ['pajak bumi bangunan', 'pbb'],
  ['pbb', 'pbb'],
  ['pajak motor', 'kendaraan'],
  ['vehicle tax', 'kendaraan'],
  ['jual beli tanah', 'bphtb'],
  ['beasiswa kuliah', 'beasiswa'],
  ['scholarship', 'beasiswa'],
  ['beasisswa', 'beasiswa'],
  ['kartu kuning', 'kartu-pencari-kerja'],
  ['bansos', 'bantuan-sosial'],
  ['surat miskin', 'keterangan-tidak-mampu'],
  ['izin skripsi', 'penelitian'],
  ['research permit', 'penelitian'],
  ['ppid', 'informasi-publik'],
  ['kuburan', 'pemakaman'],
  ['daftar sekolah sd', 'pendaftaran-sekolah'],
  ['vaksin bayi', 'imunisasi'],
  ['angkut smpah', 'angkut-sampah'],
]

describe('the search', () => {
  it.each(meant)('“%s” leads to %s first', (typed, slug) => {
    expect(found(typed)[0]).toBe(slug)
  })

  it.each(['qwertyuiop', 'zzz', '   ', '???', '<script>'])('“%s” finds nothing', (typed) => {
    expect(found(typed)).toEqual([])
  })

  it('shows more than one where words fit several, the nearest first', () => {
    expect(found('akta').slice(0, 4).sort()).toEqual([
      'akta-kelahiran',
      'akta-kematian',
      'akta-perceraian',
      'akta-perkawinan',
    ])
    expect(found('ak')).not.toEqual([])
  })

  it('while a word is still being typed it is found by its beginning', () => {
    for (const typed of ['bea', 'rekl', 'imuni']) expect(found(typed)).toHaveLength(1)
  })

  it('answers in well under a request’s time over 240 services', () => {
    const many = Array.from({ length: 9 }, (_, copy) =>
      inventedServices.map(({ definition }) => ({ definition: { ...definition, id: `${definition.id}-${copy}` } })),
    ).flat()
    const large = new ServiceIndex(many)
    expect(large.find('akte kelahran')).toHaveLength(new Set(large.find('akte kelahran')).size)
    expect(large.find('kartu tanda pendudk')[0]?.item.definition.slug).toBe('ktp-elektronik')
  })
})

describe('words', () => {
  it('of one family share a stem', () => {
    for (const word of ['kelahiran', 'melahirkan', 'lahir']) expect(stemOf(word)).toBe('lahir')
    for (const word of ['pernikahan', 'menikah', 'nikah']) expect(stemOf(word)).toBe('nikah')
  })

  it('count their slips, a swap as one', () => {
    expect(slipsBetween('kelahiran', 'kelahiarn', 2)).toBe(1)
    expect(slipsBetween('keluarga', 'kluarga', 2)).toBe(1)
    expect(slipsBetween('akta', 'pajak', 1)).toBe(2)
  })
})
