import { MapPicker, type MapSheet } from '../components/map-picker.tsx'
import { MapView } from '../components/map-view.tsx'
import { defineSpecimens, longText } from './specimen.ts'

const sheet: MapSheet = {
  width: 1000,
  height: 560,
  west: 108,
  north: -7,
  perLongitude: 2000,
  perLatitude: 2010,
  areas: [
    { code: '1', name: 'Sukamaju', path: 'M60 60L480 40L500 300L90 330Z' },
    { code: '2', name: 'Mekarsari', path: 'M480 40L930 80L900 290L500 300Z' },
    { code: '3', name: 'Cipanas', path: 'M90 330L500 300L900 290L860 520L120 500Z' },
  ],
}
const texts = {
  lat: 'Lintang (latitude)',
  lon: 'Bujur (longitude)',
  map: 'Peta wilayah',
  help: 'Ketuk letaknya pada peta, atau pilih peta lalu geser titik dengan tombol panah.',
  position: 'Pakai letak saya sekarang',
  failed: 'Letak Anda tidak dapat diketahui.',
  chosen: 'Titik di {area}: lintang {lat}, bujur {lon}.',
  outside: 'luar batas desa pada peta ini',
  zoomIn: 'Perbesar peta',
  zoomOut: 'Perkecil peta',
}

export const mapPickerSpecimens = defineSpecimens('MapPicker', {
  empty: () => <MapPicker name="mp-empty" label="Letak tempat usaha" lat="" lon="" sheet={sheet} texts={texts} />,
  one: () => (
    <MapPicker
      name="mp-one"
      label="Letak tempat usaha"
      hint="Pintu masuknya"
      lat="-7,12"
      lon="108,22"
      sheet={sheet}
      centreLabel="Pakai titik tengah Sukamaju"
      texts={texts}
    />
  ),
  'no outlines': () => <MapPicker name="mp-bare" label="Letak tempat usaha" lat="" lon="" texts={texts} />,
  error: () => (
    <MapPicker
      name="mp-error"
      label={longText}
      lat="tujuh"
      lon=""
      sheet={sheet}
      error="Tulis lintang dan bujur dalam derajat."
      texts={texts}
    />
  ),
})

export const mapViewSpecimens = defineSpecimens('MapView', {
  one: () => <MapView sheet={sheet} lat={-7.12} lon={108.22} />,
  outside: () => <MapView sheet={sheet} lat={-9} lon={108.22} />,
})
