import { option } from '../../calculation/fields.ts'

export const supplies = [
  option('ordinary', 'Barang atau jasa yang tidak mewah', 'Goods or services that are not luxury'),
  option('luxury', 'Barang mewah', 'Luxury goods'),
  option('export', 'Ekspor', 'Exports'),
  option('self-building', 'Membangun rumah sendiri', 'Building for oneself'),
  option('freight-forwarding', 'Jasa pengurusan transportasi', 'Freight forwarding'),
  option('used-vehicle', 'Kendaraan bekas dari pedagang', 'Used vehicles from a trader'),
  option('food', 'Makanan dan minuman di restoran', 'Food and drink in a restaurant'),
  option('catering', 'Jasa boga', 'Catering'),
  option('hotel', 'Jasa perhotelan', 'Hotel services'),
  option('parking', 'Jasa parkir', 'Parking'),
  option('entertainment', 'Kesenian dan hiburan', 'Arts and entertainment'),
] as const

export type Supply = (typeof supplies)[number]['value']
