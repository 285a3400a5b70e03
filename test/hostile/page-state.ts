import { collapsed, oneLine } from './texts.ts'

/** Words of the page's own before a text are not longer, another hostile text among them included. */
const LONGEST_BEFORE = 3000

/** What a page that was opened holds. */
export interface PageState {
  /** Text of every element and text node and value of every attribute, each once. */
  texts: string[]
  /** What may not be there: elements and attributes that run or load something, traces of code that ran. */
  intruders: string[]
}

/** Runs inside the browser, so it is a text: reads the page. */
export const READ_PAGE = `(() => {
  const texts = new Set()
  const intruders = []
  if ('__x' in window) intruders.push('code ran')
  const bad = 'script:not([type="application/ld+json"]), iframe, frame, object, embed, base, form, style, input, audio, video, img, template, noscript, math, [style], [srcdoc]'
  for (const element of document.querySelectorAll('*')) {
    if (element.matches(bad) && !element.closest('main.search')) intruders.push(element.outerHTML.slice(0, 200))
    const text = element.textContent
    // Longer ones are frames of many texts; copying them all out of the browser takes longest.
    if (text.length < 10000) texts.add(text)
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) intruders.push(element.outerHTML.slice(0, 200))
      if ((name === 'href' || name === 'src') && !/^(https?|mailto):$/.test(new URL(value, location).protocol))
        intruders.push(name + ' ' + value)
      texts.add(value)
    }
  }
  const nodes = document.createTreeWalker(document, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT)
  while (nodes.nextNode()) {
    if (nodes.currentNode.nodeType === 8) intruders.push('comment ' + nodes.currentNode.data.slice(0, 200))
    texts.add(nodes.currentNode.data)
  }
  return { texts: [...texts], intruders }
})()`

/** What stands before a text in the same element, on some pages. */
const BEFORE = /: |\. |^By /g

/** Those of the texts that a page does not show whole, alone in an element or behind words of the page's own. */
export function missing({ texts }: PageState, wanted: string[]): string[] {
  const there = new Set(texts.map(collapsed))
  for (const text of [...there])
    for (const { 0: before, index } of text.slice(0, LONGEST_BEFORE).matchAll(BEFORE))
      there.add(text.slice(index + before.length))
  return [...new Set(wanted.map(oneLine))].filter((text) => text !== '' && !there.has(text))
}
