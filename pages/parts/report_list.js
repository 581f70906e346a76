// A table of reports, always by ``textContent``: each row's headline is a link that opens the report, and a column's heading sorts by it.
function node(tag, className, text) {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text !== undefined) made.textContent = text
  return made
}

function headingNode(column, data, sort) {
  const made = node("th", column.name)
  made.scope = "col"
  if (!column.order) {
    made.textContent = column.label
    return made
  }
  const here = column.order === data.order
  const button = node("button", "", column.label)
  button.type = "button"
  button.title = data.labels.sort_by
  button.onclick = () => sort(column.order)
  if (here) {
    made.setAttribute("aria-sort", data.descending ? "descending" : "ascending")
    const mark = node("span", "mark", data.descending ? " ▼" : " ▲")
    mark.setAttribute("aria-hidden", "true")
    button.append(mark)
  }
  made.append(button)
  return made
}

function linkNode(row, data, open) {
  if (!row.opens) return node("span", "", row.cells.headline)
  const made = node("a", "", row.cells.headline)
  made.href = data.href + encodeURIComponent(row.opens)
  made.onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return // a new tab or window, as the reader wishes
    event.preventDefault()
    open(row.opens)
  }
  return made
}

function rowNode(row, data, open) {
  const line = node("tr")
  for (const column of data.columns) {
    const first = column.name === "headline"
    const cell = node(first ? "th" : "td", column.name, first ? undefined : row.cells[column.name] || "")
    if (first) {
      cell.scope = "row"
      cell.lang = "zh-CN"
      cell.append(linkNode(row, data, open))
      if (row.source) cell.append(node("div", "source", row.source))
    } else cell.dataset.label = column.label
    line.append(cell)
  }
  return line
}

export default function ({ data, parentElement, setTriggerValue }) {
  const table = node("table")
  table.append(node("caption", "", data.labels.caption))
  const head = node("thead")
  head.append(node("tr"))
  head.firstChild.append(...data.columns.map((column) => headingNode(column, data, (order) => setTriggerValue("order", order))))
  const body = node("tbody")
  body.append(...data.rows.map((row) => rowNode(row, data, (report) => setTriggerValue("report", report))))
  table.append(head, body)
  const root = parentElement.querySelector(".list")
  const sorted = root.contains(root.getRootNode().activeElement) ? root.getRootNode().activeElement.textContent.split(" ")[0] : null
  root.replaceChildren(table)
  if (sorted) [...table.querySelectorAll("thead button")].find((button) => button.textContent.split(" ")[0] === sorted)?.focus() // where it was before
}
