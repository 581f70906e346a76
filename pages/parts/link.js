// Copies the page's address, which is all of its state. Without the right to the clipboard the address is shown, selected.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".copy")
  const button = document.createElement("button")
  button.type = "button"
  button.textContent = data.labels.copy_link
  const told = document.createElement("span")
  told.setAttribute("role", "status")
  const shown = document.createElement("input")
  shown.readOnly = true
  shown.hidden = true
  shown.setAttribute("aria-label", data.labels.copy_by_hand)
  shown.title = data.labels.copy_by_hand
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href)
      shown.hidden = true
      told.textContent = data.labels.copy_done
      setTimeout(() => { told.textContent = "" }, 4000)
    } catch (error) {
      told.textContent = data.labels.copy_by_hand
      shown.value = window.location.href
      shown.hidden = false
      shown.focus()
      shown.select()
    }
  }
  root.replaceChildren(button, told, shown)
}
