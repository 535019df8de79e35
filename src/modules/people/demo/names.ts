import { type Random, Weighted } from '../../../demo/random.ts'
import type { Sex } from '../domain.ts'

/** How names are made among the peoples who live in the invented region. */
export type NameStyle =
  | 'javanese'
  | 'sundanese'
  | 'malay'
  | 'minang'
  | 'batak'
  | 'balinese'
  | 'bugis'
  | 'florenese'
  | 'papuan'
  | 'chinese'
  | 'arab'

export const nameStyles = new Weighted<NameStyle>([
  ['javanese', 36],
  ['sundanese', 24],
  ['malay', 11],
  ['minang', 6],
  ['batak', 6],
  ['bugis', 5],
  ['balinese', 3],
  ['chinese', 3.5],
  ['florenese', 2],
  ['arab', 2],
  ['papuan', 1.5],
])

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

interface NameWords {
  readonly male: readonly string[]
  readonly female: readonly string[]
  /** Second names of no particular sex, or family names, by `family`. */
  readonly last: readonly string[]
  /** The last name is inherited: marga, clan, house. */
  readonly family: boolean
}

const lists: Readonly<Record<NameStyle, NameWords>> = {
  javanese: {
    male: words(`Agus Bambang Budi Slamet Sutrisno Joko Wahyu Eko Dwi Tri Catur Heru Hendro Sigit Tegar Bagas Bima Arya
      Danang Wisnu Galih Pandu Surya Yoga Rangga Panji Seno Guntur Teguh Priyo Anggoro Bayu Damar Gilang Ilham Jati
      Krisna Lukito Mulyono Nugroho Prabowo Raharjo Satrio Tulus Untung Wiyono Yulianto Sugeng Suroso Waluyo`),
    female: words(`Sri Siti Endang Retno Wulan Sekar Ratih Dewi Ayu Ning Rahayu Laras Wening Kinanti Puspita Anjani
      Kartika Lestari Mawar Melati Nastiti Palupi Prita Sari Tantri Utami Widya Yuniar Ambar Dyah Estu Galuh Hesti
      Indah Juminah Kirana Lintang Murni Nawang Padma Ratna Sulastri Tutik Wahyuni Yayuk Sumiyati Ngatiyem Rukmini`),
    last: words(`Santoso Prasetyo Wibowo Saputra Nugraha Kusuma Wijaya Hidayat Setiawan Pranoto Susanto Hartono Sutopo
      Mahardika Wicaksono Pamungkas Pradana Purnomo Suryono Wardana Adiputra Baskara Cahyono Darmawan Firmansyah
      Gunawan Handoko Iswanto Kuncoro Laksono Nurcahyo Pambudi Rahmadi Sudibyo Triatmojo Utomo Wiryawan Yudhistira`),
    family: false,
  },
  sundanese: {
    male: words(`Asep Ujang Dadang Cecep Dede Endang Iwan Tatang Yayat Maman Aep Deden Encep Jajang Kosasih Nandang Oding
      Rukman Sasmita Tarmidi Wawan Yana Adang Atang Beben Cucu Dudung Engkos Gungun Herman Ilyas Jaka Kurnia`),
    female: words(`Euis Neng Cucu Iis Lilis Nining Tuti Yeti Entin Imas Iyam Kokom Mimin Nyai Onih Popon Rina Titin Wati
      Yuyun Ai Ceuceu Dedeh Elis Empat Herlina Ida Jubaedah Komala Lina Mulyati Nuraini`),
    last: words(`Saepudin Sutisna Hermawan Kusnadi Rohendi Suhendar Supriatna Gumilar Hendarsyah Permana Ramdani Rukmana
      Setiadi Sobari Sopandi Sukmana Suryana Wiguna Mulyana Nurjaman Koswara Hidayat Firdaus Darajat Barnas Apandi`),
    family: false,
  },
  malay: {
    male: words(`Ahmad Muhammad Rizki Fajar Ridwan Yusuf Ibrahim Ismail Hamzah Faisal Irfan Hafiz Zulkifli Syahrul Ramli
      Jamal Anwar Azhar Basri Darwis Fadli Ghani Hanafi Iskandar Kamal Latif Mahmud Nasir Rafi Alif Daffa Rayyan Zaki`),
    female: words(`Nur Aisyah Fatimah Khadijah Zahra Nabila Salsabila Rahma Aulia Putri Intan Annisa Safira Hana Maryam
      Azizah Bahriah Dahlia Farida Halimah Jamilah Kamariah Latifah Mardiah Naila Rosnah Salmah Yasmin Zubaidah Qonita`),
    last: words(`Ramadhan Maulana Hakim Rahman Syahputra Alamsyah Fauzi Hasan Husein Idris Kurniawan Lubuk Marzuki Nasrullah
      Pratama Qadri Rasyid Siddiq Tamrin Usman Wahid Yahya Zainal Akbar Bakri Effendi`),
    family: false,
  },
  minang: {
    male: words(`Afdal Buyung Datuk Erizal Firman Gusrizal Hendri Ilham Jufri Khairul Masri Nofrizal Rino Syafril Taufik
      Yulizar Zulfahmi Andri Benny Doni Fikri Habib`),
    female: words(`Upik Yenni Elfira Fitri Gusmarni Hayati Iffah Jusnidar Lusi Mayasari Nelfi Rahmi Silvia Tesya Upita
      Welmi Yusnidar Zahara Desmita Erni`),
    last: words('Chaniago Koto Tanjung Piliang Sikumbang Jambak Guci Melayu Pitopang Caniago Bendang Mandaliko'),
    family: true,
  },
  batak: {
    male: words(`Binsar Bonar Daniel Edison Ferdinand Gomgom Hotman Jonatan Kevin Lamhot Maruli Nixon Parlin Rudolf Saut
      Togar Uli Viktor Wilson Yosua Andreas Benget Christian`),
    female:
      words(`Anita Berliana Christina Debora Elfrida Friska Grace Hotmaida Intan Juliana Kristin Lamria Marlina Novita
      Rotua Sondang Tiurma Ulina Veronika Yohana Tiodor`),
    last: words(`Siregar Nasution Simanjuntak Hutapea Situmorang Sinaga Lubis Harahap Sitorus Manurung Pardede Silaen
      Tampubolon Sihombing Gultom Saragih Ginting Tarigan Sembiring Purba`),
    family: true,
  },
  balinese: {
    male: words(
      'Sudarma Wirawan Suardana Artha Budiarta Dharma Mahendra Parwata Sukarya Suteja Wiguna Yasa Adnyana Oka',
    ),
    female: words(
      'Ayu Kartika Lestari Suartini Dewi Widiari Puspa Sukerti Wulandari Candra Astuti Padmi Trisna Laksmi',
    ),
    last: [],
    family: false,
  },
  bugis: {
    male: words(
      'Andi Baso Daeng Ambo Beddu Haeruddin Iccang Jusman Lanca Mappa Najamuddin Rahing Saleh Tahir Umar Yunus',
    ),
    female: words(
      'Andi Besse Daeng Indo Hasna Marhumah Nurhayati Rosmini Sitti Tenri Ummu Wahidah Becce Cahaya Hj Mulia',
    ),
    last: words(
      'Mappaselleng Pallawa Tenriawaru Makkuraga Patunru Rauf Baharuddin Kadir Amiruddin Lawi Manggabarani Sanusi',
    ),
    family: false,
  },
  florenese: {
    male: words(
      'Yohanes Petrus Paulus Markus Lukas Antonius Benediktus Dominikus Fransiskus Gabriel Hendrikus Ignasius',
    ),
    female: words(
      'Maria Theresia Yuliana Agnes Bernadeta Elisabet Fransiska Gaudensia Kristina Lusia Margareta Rosalia',
    ),
    last: words('Bere Seran Nahak Klau Tefa Mali Leki Hoar Fahik Manek Ndona Wangge Gare Keraf Lamak Beda'),
    family: true,
  },
  papuan: {
    male: words('Yohanis Lukas Melkias Nikolas Otis Paskalis Samuel Titus Yance Zakarias Agus Benyamin Derek Elias'),
    female: words('Adolina Batseba Costansa Dorkas Ester Fransina Helena Korina Lenora Mariana Naomi Orpa Yakomina'),
    last: words('Wenda Kogoya Rumbiak Yikwa Wanimbo Mandacan Kambu Sroyer Waromi Tabuni Karubaba Msiren Womsiwor'),
    family: true,
  },
  chinese: {
    male: words(
      'Kevin Hendra Steven Andi Robert William Felix Jason Edwin Antonius Budi Daniel Erik Vincent Yohan Alvin',
    ),
    female: words(
      'Mei Lina Jessica Vivian Fenny Lily Grace Natalia Stefani Cindy Evelin Yuliana Angelina Monika Olivia',
    ),
    last: words(
      'Tanuwijaya Halim Salim Gunawan Hartanto Wijaya Kosasih Liem Tanoto Susanto Lukito Setiabudi Sutanto Oei',
    ),
    family: true,
  },
  arab: {
    male: words('Ali Hasan Husein Umar Abdullah Salim Hamid Fikri Jafar Muhsin Idrus Zein Taher Agil'),
    female: words('Fatimah Syarifah Zainab Aminah Khadijah Ruqayyah Salma Nur Muzna Alwiyah Lulu Sakinah Hafsah'),
    last: words('Alatas Assegaf Alhabsyi Alaydrus Bawazier Basyaib Alkaff Aljufri Bafagih Baraja Sungkar'),
    family: true,
  },
}

const birthOrder = {
  male: ['I Wayan', 'I Made', 'I Nyoman', 'I Ketut', 'I Gede', 'I Putu', 'Ida Bagus', 'I Gusti Ngurah'],
  female: ['Ni Wayan', 'Ni Made', 'Ni Nyoman', 'Ni Ketut', 'Ni Luh', 'Ni Putu', 'Ida Ayu', 'I Gusti Ayu'],
} as const

const modernMiddle = {
  male: words('Arkana Rafasya Keenan Alvaro Zayyan Abimanyu Narendra Raditya Adhyaksa Haidar Fahri Bintang Elang'),
  female: words('Aurora Kirana Azzahra Naura Shanum Calista Aruna Mikaila Anindya Khansa Rumaisa Alesha Sashi Arunika'),
}

/** Second names of women, where they differ from those of men. */
const femaleLast = words(
  `Lestari Wulandari Rahayu Handayani Puspitasari Anggraini Kusumawati Maharani Permatasari Susanti Astuti Hapsari
   Nurhaliza Setyaningsih Damayanti Purnamasari Widyastuti Safitri Hasanah Oktaviani Fitriani Novitasari Pertiwi`,
)

/** The inherited name of a family of this style; undefined where names are not inherited. */
export function drawFamilyName(style: NameStyle, random: Random): string | undefined {
  return lists[style].family ? random.pick(lists[style].last) : undefined
}

/**
 * A full name. Older people more often have a single name, children of this century two or three.
 * @param familyName inherited last name, if any
 */
export function drawName(
  style: NameStyle,
  sex: Sex,
  bornYear: number,
  familyName: string | undefined,
  random: Random,
): string {
  const list = lists[style]
  if (style === 'balinese') return `${random.pick(birthOrder[sex])} ${random.pick(list[sex])}`
  const first = random.pick(list[sex])
  if (familyName)
    return bornYear > 1985 && random.chance(0.3)
      ? `${first} ${other(list[sex], first, random)} ${familyName}`
      : `${first} ${familyName}`
  const single = bornYear < 1960 ? 0.45 : bornYear < 1980 ? 0.2 : bornYear < 2000 ? 0.06 : 0.01
  if (random.chance(single)) return first
  const last = sex === 'female' && random.chance(0.8) ? random.pick(femaleLast) : random.pick(list.last)
  if (bornYear >= 2000 && random.chance(0.55)) return `${first} ${random.pick(modernMiddle[sex])} ${last}`
  if (random.chance(0.04)) return `${first} ${other(list[sex], first, random)} ${random.pick(list.last)} ${last}`
  return `${first} ${last}`
}

function other(list: readonly string[], first: string, random: Random): string {
  const drawn = random.pick(list)
  return drawn === first ? (list[(list.indexOf(first) + 1) % list.length] as string) : drawn
}

/** Whose way of naming a full name follows, and the name that it inherited; Javanese where nothing tells. */
export function readStyle(name: string): { style: NameStyle; familyName: string | undefined } {
  const last = name.split(' ').at(-1) as string
  if (/^(I|Ni|Ida) /.test(name)) return { style: 'balinese', familyName: undefined }
  for (const style of Object.keys(lists) as NameStyle[]) {
    if (lists[style].last.includes(last)) return { style, familyName: lists[style].family ? last : undefined }
  }
  return { style: 'javanese', familyName: undefined }
}
