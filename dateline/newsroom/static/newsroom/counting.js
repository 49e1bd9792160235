// Counts characters beside a box that says its limit in data-count; warns, never cuts.
const NEAR = 20;

function show(box, note) {
  const limit = Number(box.dataset.count);
  const length = [...box.value].length;
  note.textContent = `${length} / ${limit}`;
  note.classList.toggle("count--near", length > limit - NEAR);
  note.classList.toggle("count--over", length > limit);
}

function attach(box) {
  const note = document.createElement("span");
  note.className = "count";
  note.setAttribute("aria-live", "polite");
  box.insertAdjacentElement("afterend", note);
  show(box, note);
  box.addEventListener("input", () => show(box, note));
}

for (const box of document.querySelectorAll("[data-count]")) {
  attach(box);
}
