import { Wallet } from '../app/wallet.tsx'

/** Opens the cards that lie in this browser. */
export default function mount(root: HTMLElement): void {
  const { zone = 'UTC', files = '[]' } = root.dataset
  void new Wallet(root, zone, JSON.parse(files) as string[]).start()
}
