// Makes the picture in the browser, with the plotly.js that drew the chart: text stays text, and nothing leaves the machine.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".pictures")
  const failed = document.createElement("p")
  const buttons = ["png", "svg"].map((format) => {
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = data.labels[format]
    button.dataset.format = format
    button.onclick = async () => {
      failed.textContent = ""
      try {
        const figure = JSON.parse(data.figure)
        const { width, height } = figure.layout
        const image = await window.Plotly.toImage(figure, { format, width, height, scale: format === "png" ? 2 : 1 })
        const file = URL.createObjectURL(await (await fetch(image)).blob())
        const link = document.createElement("a") // in here: Plotly's own, outside, would close the menu
        link.href = file
        link.download = data.name + "." + format
        root.append(link)
        link.click()
        link.remove()
        setTimeout(() => URL.revokeObjectURL(file), 60000)
      } catch (error) {
        failed.textContent = data.labels.failed
      }
    }
    return button
  })
  root.replaceChildren(...buttons, failed)
}
