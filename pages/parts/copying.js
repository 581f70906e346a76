// A button that copies words and says so. Without the right to the clipboard the words are shown, selected, to be copied by hand.
function copier(labels, words) {
  const made = document.createElement("div")
  made.className = "copy"
  const button = document.createElement("button")
  button.type = "button"
  button.textContent = labels.copy
  const told = document.createElement("span")
  told.setAttribute("role", "status")
  const shown = document.createElement("input")
  shown.readOnly = true
  shown.hidden = true
  shown.setAttribute("aria-label", labels.copy_by_hand)
  shown.title = labels.copy_by_hand
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(words())
      shown.hidden = true
      told.textContent = labels.copy_done
      setTimeout(() => { told.textContent = "" }, 4000)
    } catch (error) {
      told.textContent = labels.copy_by_hand
      shown.value = words()
      shown.hidden = false
      shown.focus()
      shown.select()
    }
  }
  made.append(button, told, shown)
  return made
}
