// Shows sentences of reports (by ``pieces.js``), and ties them to the charts of the page:
// a click on a lit number or on a bar tells Python which figure was chosen; the chosen figure's bar is outlined.
const OUTLINE = "ledger-outline"

function wide(words) {
  return [...words].reduce((sum, letter) => sum + (letter > "\u2e80" ? 1 : 0.6), 0)
}

function room(label, words) {
  return Math.max(0, wide(label) * 0.66 + 0.25 - wide(words)) + "rem"
}

function passageNode(passage, data, pick) {
  const made = node("div", "passage")
  if (passage.heading) made.append(node("div", "heading", passage.heading))
  const words = node("p", "words")
  words.lang = "zh-CN"
  let before = null
  passage.pieces.forEach((piece, at) => {
    const made = pieceNode(piece, data, pick, before)
    const next = passage.pieces[at + 1]
    if (made.dataset.label && next && next.role) made.style.paddingRight = room(made.dataset.label, piece.text) // or the labels would run together
    words.append(made)
    before = piece.role
  })
  made.append(words)
  if (passage.meta) made.append(node("div", "meta", passage.meta))
  return made
}

function factNodes(facts) {
  const list = node("dl", "facts")
  for (const fact of facts) {
    const term = node("dt")
    term.append(node("span", fact.role ? "role role-" + fact.role : "", fact.label))
    const told = node("dd", "", fact.words)
    if (fact.note) told.append(node("span", "meta", " " + fact.note))
    list.append(term, told)
  }
  return list
}

function outline(chart, selected) {
  chart.querySelectorAll("." + OUTLINE).forEach((old) => old.remove())
  chart.querySelectorAll(".barlayer .point, .scatterlayer .point").forEach((point) => {
    const drawn = point.closest(".trace")?.__data__ // of all points of a trace; the first tells which trace it is
    const trace = drawn && drawn[0] && drawn[0].trace
    const at = point.__data__
    const id = trace && trace.customdata && at && trace.customdata[at.i]
    const mark = point.querySelector("path") || point // a bar is a group with a path, a point a path
    if (id === undefined) return
    mark.dataset.figure = id
    const all = ((trace.ids && trace.ids[at.i]) || id).split(" ") // a mark may stand for what several reports tell
    if (!selected || !all.includes(selected)) return
    const made = mark === point ? ring(point) : mark.cloneNode()
    made.setAttribute("class", OUTLINE)
    delete made.dataset.figure
    made.dataset.lit = selected
    made.setAttribute("style", "fill: none; stroke: currentColor; stroke-width: 3px; pointer-events: none; vector-effect: non-scaling-stroke")
    if (mark === point) point.after(made)
    else point.append(made)
  })
}

function ring(point) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "circle")
  made.setAttribute("r", "10")
  made.setAttribute("transform", point.getAttribute("transform") || "")
  return made
}

function wire(live) {
  document.querySelectorAll(".js-plotly-plot").forEach((chart) => {
    if (!chart.on || live.wired.get(chart) === chart._ev) return // a chart that was drawn anew has new events
    live.wired.set(chart, chart._ev)
    chart.on("plotly_click", (event) => {
      const point = event.points && event.points[0]
      if (point && point.customdata !== undefined) live.pick(String(point.customdata))
      else if (point && point.location !== undefined) live.go({ code: String(point.location), figure: point.id ? String(point.id) : null }) // of a map
    })
    chart.on("plotly_afterplot", () => outline(chart, live.selected))
    outline(chart, live.selected)
  })
}

function intoView(live, host) {
  // A lit number leads to its bar. On a phone, where the sentence stands below the charts, a bar leads there.
  const phone = matchMedia("(max-width: 640px)").matches
  const bar = live.fromText ? document.querySelector("." + OUTLINE) : null
  if (bar) bar.scrollIntoView({ block: phone ? "center" : "nearest", behavior: "smooth" })
  else if (phone && host.scrollIntoView) host.scrollIntoView({ block: "center", behavior: "smooth" })
}

const lives = new WeakMap()

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".source")
  const live = lives.get(parentElement) || { wired: new WeakMap(), selected: undefined }
  lives.set(parentElement, live)
  live.pick = (id) => setTriggerValue("figure", id)
  live.go = (place) => setTriggerValue("place", place)
  const pickText = (id) => { live.fromText = true; live.pick(id) }
  root.classList.toggle("beside", Boolean(data.beside))
  root.replaceChildren(...data.passages.map((passage) => passageNode(passage, data, pickText)))
  if (data.facts) root.append(factNodes(data.facts))
  if (data.citation) {
    const link = () => new URL("figures?figure=" + encodeURIComponent(data.citation.figure), window.location.href).href
    root.append(copier(data.citation.labels, () => data.citation.words + link()))
  }
  if (data.hint) root.append(node("p", "hint", data.hint))
  if (!data.charts) return undefined
  const changed = live.selected !== undefined && live.selected !== data.selected
  live.selected = data.selected || ""
  document.querySelectorAll(".js-plotly-plot").forEach((chart) => outline(chart, live.selected))
  wire(live)
  if (changed && live.selected) intoView(live, parentElement.host || parentElement)
  live.fromText = false
  const watch = new MutationObserver(() => wire(live))
  watch.observe(document.body, { childList: true, subtree: true })
  return () => watch.disconnect()
}
