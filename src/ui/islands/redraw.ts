import { mountIslandsOf } from './main.ts'

/** What the person or a running program did to an element, whatever its page says. */
const own = new Set(['disabled', 'open', 'tabindex', 'data-mounted'])

/**
 * Brings what stands on the page to what it should be and touches only what is different: a button that somebody is about to
 * press, an opened part, what was typed and where the focus is stay.
 */
export function redraw(root: Element, html: string): void {
  const wanted = document.createElement('template')
  wanted.innerHTML = html
  matchChildren(root, wanted.content)
}

function matchChildren(now: Element, wanted: ParentNode & Node): void {
  let next: ChildNode | null = now.firstChild
  for (const want of [...wanted.childNodes]) {
    let found = next
    while (found && !isSame(found, want)) found = found.nextSibling
    if (!found) {
      now.insertBefore(want, next)
      if (want instanceof HTMLElement) mountIslandsOf(want)
      continue
    }
    while (next && next !== found) next = removed(next)
    next = found.nextSibling
    update(found, want)
  }
  while (next) next = removed(next)
}

function removed(node: ChildNode): ChildNode | null {
  const following = node.nextSibling
  node.remove()
  return following
}

function update(now: ChildNode, want: ChildNode): void {
  if (!(now instanceof Element) || !(want instanceof Element)) {
    if (now.nodeValue !== want.nodeValue) now.nodeValue = want.nodeValue
    return
  }
  for (const { name } of [...now.attributes]) if (!own.has(name) && !want.hasAttribute(name)) now.removeAttribute(name)
  for (const { name, value } of want.attributes) {
    if (!own.has(name) && now.getAttribute(name) !== value) now.setAttribute(name, value)
  }
  matchChildren(now, want)
}

/** Two elements that do different things are never one. */
function isSame(one: ChildNode, other: ChildNode): boolean {
  return one.nodeName === other.nodeName && keyOf(one) === keyOf(other)
}

function keyOf(node: ChildNode): string {
  if (!(node instanceof Element)) return ''
  return ['id', 'data-item', 'data-form', 'href', 'name', 'value'].map((name) => keyPart(node, name)).join('|')
}

function keyPart(node: Element, name: string): string {
  // What a field or a progress bar holds is not what it is.
  if (name === 'value' && node.nodeName !== 'BUTTON') return ''
  return node.getAttribute(name) ?? ''
}
