// Put the newest part into a linked slot that comes into sight, if it is newer than what a server
// has put there. Whatever fails leaves the page as it was.
{
  const renew = old => fetch(old.dataset.part)
    .then(answer => answer.ok ? answer.text() : "")
    .then(text => {
      const now = new DOMParser().parseFromString(text, "text/html").querySelector("[data-v]");
      if (now && +now.dataset.v > +old.dataset.v && !old.contains(document.activeElement)) {
        old.replaceWith(now);
      }
    })
    .catch(() => {})
    .finally(() => old.style.removeProperty("min-block-size"));
  const eye = new IntersectionObserver(seen => {
    for (const one of seen.filter(one => one.isIntersecting)) {
      eye.unobserve(one.target);
      renew(one.target);
    }
  }, {rootMargin: "50%"});
  if (!(navigator.connection && navigator.connection.saveData)) {
    for (const slot of document.querySelectorAll("[data-part]")) {
      if (slot.dataset.v === "0") {
        slot.style.minBlockSize = "100vh"; // what follows is out of sight when the slot grows
      }
      eye.observe(slot);
    }
  }
}
