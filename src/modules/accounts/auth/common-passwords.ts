/**
 * Words that the most used passwords are made of, worldwide and in Indonesia. A password is common when
 * it is one of these with figures or signs around it ("Password123!", "sayangku2020"), one repeated
 * ("bismillahbismillah"), or a run over the keyboard.
 */
const words = new Set(
  `password passw0rd passwd admin administrator root user guest test demo welcome login letmein access master
  secret default changeme temporary system server manager operator supervisor office company computer internet
  qwerty qwertyui qwertyuiop qwertz azerty asdf asdfgh asdfghjk asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qazwsxedc
  qweasd qweasdzxc qwer qweqwe asdasd zxczxc poiuytrewq lkjhgfdsa mnbvcxz abc abcd abcde abcdef abcdefg abcdefgh
  abcdefghij abcabc aaa bbb xxx zzz iloveyou loveyou lovely love lover loveme princess queen king prince angel
  sunshine monkey dragon shadow superman batman spiderman ironman naruto sasuke pikachu pokemon doraemon starwars
  football baseball basketball soccer hockey tennis badminton volleyball swimming running champion winner player
  chelsea liverpool arsenal barcelona madrid realmadrid juventus manchester milan intermilan persib persija persebaya
  arema psm garuda garudaku bola bolaku gamer mobilelegend mobilelegends freefire pubg minecraft roblox fortnite
  summer winter spring autumn january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday januari februari maret mei juni juli agustus oktober
  nopember desember senin selasa rabu kamis jumat sabtu minggu michael jessica jennifer daniel ashley charlie thomas
  jordan hunter george andrew robert joshua matthew anthony william nicole samantha michelle amanda jasmine taylor
  hannah buster ginger pepper cookie chocolate banana orange apple cherry flower butterfly rainbow diamond silver
  golden purple yellow freedom whatever trustno nothing something hello helloworld goodluck lucky happy smile blessed
  jesus jesuschrist christ heaven faith hope grace peace bless godisgood yesus yesuskristus tuhan tuhanyesus haleluya
  bismillah bismilah bismillahirrahmanirrahim alhamdulillah subhanallah allahuakbar astaghfirullah insyaallah
  masyaallah assalamualaikum allah islam muslim muhammad ramadhan ramadan lebaran barokah berkah amanah amin
  sayang sayangku sayangmu sayangkamu sayangmama sayangibu cinta cintaku cintakamu akucintakamu akusayangkamu
  kekasih kekasihku pacar pacarku jodoh jodohku rindu kangen bahagia selamanya selalu semangat sukses berhasil
  keluarga keluargaku mama papa mamah papah bunda ayah ibu bapak anak anakku kakak adik nenek kakek istri suami
  istriku suamiku mamaku papaku bundaku ayahku ibuku mamapapa ayahbunda ayahibu bapakibu anaksoleh rumah rumahku
  indonesia indonesiaku indonesiaraya merdeka pancasila nusantara merahputih garudaindonesia jakarta bandung surabaya
  semarang yogyakarta jogja jogjakarta medan palembang makassar denpasar bali malang bogor bekasi tangerang depok
  banten sunda jawa sumatra sumatera kalimantan sulawesi papua maluku lampung riau aceh padang minang batak bugis
  solo surakarta cirebon tasik garut banjar pontianak samarinda balikpapan manado kupang ambon jayapura mataram
  lombok batam pekanbaru jambi bengkulu rahasia rahasiaku katasandi sandi sandiku kunci kunciku masuk bukapintu
  pemda pemkab pemkot pemprov pemerintah kabupaten provinsi kecamatan kelurahan desa dinas kantor kantorku bupati
  walikota gubernur camat lurah kades sekda asn pns pegawai pegawainegeri honorer kerja kerjaku disdukcapil diskominfo
  dukcapil kominfo bappeda puskesmas sekolah sekolahku guru guruku murid mahasiswa kuliah kampus balai layanan warga
  agus budi dewi siti sri nur putri putra rizki rizky ayu dian fitri indah lestari wati yanti yuli bambang eko dwi tri
  andi ahmad abdul dedi joko slamet susanto setiawan wahyu hidayat kurniawan saputra pratama ramadhani maulana firman
  hendra iwan irfan rudi toni yusuf ibrahim ismail aisyah fatimah khadijah maryam zahra annisa nabila salsabila
  kucing kucingku anjing kelinci burung ikan harimau macan singa elang naga kuda sapi ayam bebek bunga mawar melati
  anggrek matahari bulan bintang bintangku pelangi laut pantai gunung hujan langit awan angin api air bumi dunia
  samsung xiaomi oppo vivo nokia iphone android google gmail facebook instagram whatsapp twitter tiktok youtube telegram
  motor motorku mobil mobilku honda yamaha suzuki kawasaki toyota avanza vespa ninja vixion supra beat vario nmax
  gojek grab tokopedia shopee indomie bakso kopi kopiku nasi nasigoreng rokok surya sampoerna gudanggaram djarum
  ganteng cantik gantengbanget cantikbanget jelek gila bego bodoh tolol goblok anjay mantap keren jancok bangsat
  jangan tidak tidaktahu gaktau lupa lupalagi lupasandi terserah entahlah apaaja apasaja biasa bebas coba cobacoba
  hahaha hehehe wkwkwk kamu kamuku aku akukamu dia kita kami mereka siapa kenapa dimana kapan bagaimana
  satu dua tiga empat lima satuduatiga satuduatigaempat satuduatigaempatlima onetwothree onetwothreefour`.split(/\s+/),
)

const runs = [
  '01234567890123456789',
  '09876543210987654321',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
]

const lookalikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase().replace(/\s+/g, '')
  if (/^(.{1,4})\1+.{0,3}$/.test(plain) || /^\d{1,12}$/.test(plain)) return true
  return [plain, plainLetters(plain), plainLetters(coreOf(plain))].some(isMadeOfCommon)
}

const coreOf = (text: string) => text.replace(/^[^a-z]+|[^a-z]+$/g, '')
const plainLetters = (text: string) => text.replace(/[013457@$!]/g, (sign) => lookalikes[sign] as string)

function isMadeOfCommon(text: string): boolean {
  const core = coreOf(text)
  if (words.has(core) || words.has(text) || isTwice(core)) return true
  return runs.some((run) => text.length >= 6 && (run.includes(text) || (run.includes(core) && core.length >= 6)))
}

function isTwice(core: string): boolean {
  const half = core.slice(0, core.length / 2)
  return half.length > 2 && core === half + half && words.has(half)
}
