// Pieces of a report's text as nodes of the page, always by ``textContent`` and never as HTML: reports are written by others.
function node(tag, className, text) {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text !== undefined) made.textContent = text
  return made
}

function pieceNode(piece, data, pick, before) {
  if (piece.break) return node("br")
  const classes = ["piece"]
  if (piece.dim) classes.push("dim")
  if (piece.role) classes.push("role", "role-" + piece.role)
  if (piece.figure) classes.push("figure")
  if (piece.figure && piece.figure === data.selected) classes.push("lit")
  const made = node(piece.figure ? "a" : "span", classes.join(" "), piece.text)
  if (piece.role && before !== piece.role && data.labels) made.dataset.label = data.labels[piece.role] || ""
  if (piece.figure) {
    made.href = data.href + encodeURIComponent(piece.figure)
    made.dataset.figure = piece.figure
    if (piece.figure === data.selected) made.setAttribute("aria-current", "true")
    made.onclick = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return // a new tab or window, as the reader wishes
      event.preventDefault()
      pick(piece.figure)
    }
  }
  return made
}
