// The reader of a report: figures are links, refused numbers tell their reason to the pointer, to a finger and to the keyboard alike;
// N and P press the buttons of the page for the next and the previous figure. Where only the chosen figure changes, no node is made anew.
const STEPS = { n: "next_figure", p: "previous_figure" }
const LISTENING = ".source, .st-key-steps" // elsewhere a letter, typed or spoken, is not meant for the reader (WCAG 2.1.4)

function step(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
  if (!event.composedPath().some((at) => at.matches && at.matches(LISTENING))) return
  const name = STEPS[event.key.toLowerCase()]
  const button = name && document.querySelector(`.st-key-${name} button`)
  if (button && !button.disabled) button.click()
}

// A reason is said once and pointed at by all numbers that it holds for, so that a voice reads it with each of them.
function reasonNodes(pieces) {
  const told = node("div", "reasons")
  told.hidden = true
  const ids = new Map()
  for (const piece of pieces) {
    if (!piece.note || ids.has(piece.note)) continue
    ids.set(piece.note, "reason-" + ids.size)
    told.append(node("span", "", piece.note))
    told.lastChild.id = ids.get(piece.note)
  }
  return [told, ids]
}

function refusedNode(piece, ids) {
  const made = node("span", "piece refused", piece.text)
  made.tabIndex = 0
  made.setAttribute("role", "button")
  made.setAttribute("aria-describedby", ids.get(piece.note))
  made.dataset.note = piece.note
  return made
}

// The reason stands under its number while the pointer or the focus is on either, until Escape.
function showReasons(words, bubble) {
  let hiding
  const hide = () => { bubble.hidden = true }
  const later = () => { hiding = setTimeout(hide, 250) }
  const show = (event) => {
    clearTimeout(hiding)
    const at = event.target.closest(".refused")
    if (!at) return
    bubble.textContent = at.dataset.note
    bubble.hidden = false
    const frame = bubble.offsetParent.getBoundingClientRect()
    const box = [...at.getClientRects()].pop() // of a number that goes on in the next line: where it ends
    bubble.style.top = box.bottom - frame.top + 4 + "px"
    bubble.style.left = Math.max(0, Math.min(box.left - frame.left, frame.width - bubble.offsetWidth)) + "px"
  }
  for (const name of ["mouseover", "focusin", "click"]) words.addEventListener(name, show)
  for (const name of ["mouseout", "focusout"]) words.addEventListener(name, later)
  bubble.onmouseenter = () => clearTimeout(hiding)
  bubble.onmouseleave = later
  words.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide()
    if ((event.key === "Enter" || event.key === " ") && event.target.closest(".refused")) { event.preventDefault(); show(event) }
  })
}

function textNodes(data, pick) {
  const words = node("p", "words reader")
  words.lang = "zh-CN"
  const [reasons, ids] = reasonNodes(data.pieces)
  for (const piece of data.pieces) {
    const made = piece.note ? refusedNode(piece, ids) : pieceNode(piece, data, pick)
    if (piece.article !== undefined) {
      made.classList.add("title")
      made.dataset.headline = piece.article
    }
    words.append(made)
  }
  const bubble = node("div", "reason")
  bubble.hidden = true
  bubble.setAttribute("role", "tooltip")
  showReasons(words, bubble)
  const text = node("div", "text")
  text.tabIndex = -1 // so that a click between the figures gives it the focus
  text.append(words, bubble, reasons)
  return text
}

// Links that only move about in the text; with a key for a new tab they open there what they name.
function linkNode(href, words, go) {
  const made = node("a", "", words)
  made.href = href
  made.onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    go()
  }
  return made
}

function outlineNode(data, go) {
  const nav = node("nav", "outline")
  nav.setAttribute("aria-label", data.labels.outline)
  nav.append(node("div", "name", data.labels.outline), node("ol"))
  for (const story of data.outline) {
    const item = node("li")
    item.lang = "zh-CN"
    item.append(linkNode(data.article_href + story.article, story.title, () => go(story.article)))
    item.firstChild.dataset.article = story.article
    nav.lastChild.append(item)
  }
  return nav
}

function listNode(data, pick) {
  const nav = node("nav", "margin")
  nav.tabIndex = -1
  nav.setAttribute("aria-label", data.labels.list)
  nav.append(node("div", "name", data.labels.list), node("ol"))
  for (const figure of data.list) {
    const item = node("li")
    item.lang = "zh-CN"
    item.append(linkNode(data.figure_href + encodeURIComponent(figure.figure), figure.words, () => pick(figure.figure)))
    item.firstChild.dataset.figure = figure.figure
    nav.lastChild.append(item)
  }
  return nav
}

// The text, its list beside it, and before both a link for those who would have to tab through all of the text.
function frameNode(data, pick, pickListed) {
  const frame = node("div", "frame")
  const list = listNode(data, pickListed)
  const skip = linkNode("#", data.labels.to_list, () => list.focus())
  skip.className = "skip"
  frame.append(skip, textNodes(data, pick), list)
  return frame
}

function stand(root, article) {
  root.querySelectorAll("[data-article]").forEach((made) => {
    if (made.dataset.article === String(article)) made.setAttribute("aria-current", "true")
    else made.removeAttribute("aria-current")
  })
}

function toHeadline(root, article) {
  const headline = root.querySelector(`[data-headline="${article}"]`)
  if (headline) requestAnimationFrame(() => headline.scrollIntoView({ block: "start" }))
}

function light(root, selected) {
  root.querySelectorAll("[data-figure]").forEach((made) => {
    const lit = made.dataset.figure === selected
    made.classList.toggle("lit", lit)
    if (lit) made.setAttribute("aria-current", "true")
    else made.removeAttribute("aria-current")
  })
  const listed = root.querySelector(".margin .lit")
  if (listed) { // into sight within the list; the page does not move for it
    const list = listed.closest(".margin")
    const [box, frame] = [listed.getBoundingClientRect(), list.getBoundingClientRect()]
    if (box.top < frame.top || box.bottom > frame.bottom) list.scrollTop += box.top - frame.top - frame.height / 3
  }
}

function toLit(root) {
  const lit = root.querySelector(".reader .lit")
  if (lit) requestAnimationFrame(() => lit.scrollIntoView({ block: "center" })) // a report opened at a figure, or the next one
}

// The focus goes along to the figure or the headline that was chosen: what it was on may be gone with its part of the text.
function follow(root, pane, article) {
  const to = root.querySelector(`.${pane} .lit`) || root.querySelector(`.${pane} [data-headline="${article}"]`) || root.querySelector(`.${pane}`)
  if (to.tabIndex < 0) to.tabIndex = -1 // a headline is no link
  to.focus({ preventScroll: true })
}

const lives = new WeakMap()

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".source")
  const live = lives.get(parentElement) || {}
  lives.set(parentElement, live)
  const pick = (id) => { light(root, id); live.selected = id; setTriggerValue("figure", id) } // in view already where it was clicked
  const pickListed = (id) => { pick(id); toLit(root) }
  const go = (article) => { toHeadline(root, article); setTriggerValue("article", article) }
  const opened = live.made === undefined
  const anew = live.made !== data.made
  const focused = root.getRootNode().activeElement
  const pane = focused && (focused.closest(".margin") ? "margin" : "text")
  if (anew) root.replaceChildren(...(data.outline.length ? [outlineNode(data, go)] : []), frameNode(data, pick, pickListed))
  stand(root, data.article)
  light(root, data.selected)
  if (opened || live.selected !== data.selected) toLit(root)
  if (pane && (anew || live.selected !== data.selected || live.article !== data.article)) follow(root, pane, data.article)
  if (!data.selected && data.article !== null && (anew || live.article !== data.article)) toHeadline(root, data.article)
  Object.assign(live, { made: data.made, selected: data.selected, article: data.article })
  document.addEventListener("keydown", step)
  return () => document.removeEventListener("keydown", step)
}
