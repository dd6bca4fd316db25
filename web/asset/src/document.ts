// The page of a report: a click on the text shows the record, a click on a
// record its words; j and k go from record to record, letters open the form
// that corrects the one in focus. Without this script links do the same.

const text = document.querySelector<HTMLElement>(".document .text");
const reads = [...document.querySelectorAll<HTMLElement>(".read")];
const marks = [...document.querySelectorAll<HTMLElement>("mark[data-records]")];
const sheet = document.querySelector<HTMLDialogElement>("dialog.sheet");
const numbers = (m: HTMLElement) => (m.dataset.records ?? "").split(" ").map(Number);
let current = -1;

// show marks a record and its words, and brings the other side into view.
function show(n: number, from: "text" | "list" | "key"): void {
  if (!reads[n]) return;
  current = n;
  reads.forEach((r, i) => r.classList.toggle("here", i === n));
  const words = marks.filter((m) => {
    const on = numbers(m).includes(n);
    m.classList.toggle("here", on);
    return on;
  });
  const calm: ScrollIntoViewOptions = { block: "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" };
  if (from !== "list") reads[n].scrollIntoView(calm);
  if (from !== "text") words[0]?.scrollIntoView({ ...calm, block: text && text.scrollHeight > text.clientHeight ? "center" : "nearest" });
  if (from !== "list") reads[n].focus({ preventScroll: true });
}

// A click on words takes the innermost record, a second one the next of those
// that overlap.
text?.addEventListener("click", (e) => {
  if (getSelection()?.toString()) return; // the reader selects words
  const m = (e.target as HTMLElement).closest<HTMLElement>("mark[data-records]");
  if (!m) return;
  const on = numbers(m);
  const length = (n: number) => marks.filter((o) => numbers(o).includes(n)).reduce((sum, o) => sum + (o.textContent ?? "").length, 0);
  on.sort((a, b) => length(a) - length(b));
  show(on[(on.indexOf(current) + 1) % on.length], "text");
});
for (const [n, r] of reads.entries()) {
  r.addEventListener("click", (e) => {
    if (!(e.target as HTMLElement).closest("a, button, input, select, label")) show(n, "list");
  });
  r.addEventListener("focusin", () => current !== n && show(n, "list"));
}
for (const a of document.querySelectorAll<HTMLAnchorElement>("a.ref, a.at")) {
  a.addEventListener("click", (e) => {
    e.preventDefault();
    const at = a.closest<HTMLElement>(".read");
    if (at) show(Number(at.dataset.n), "key");
    else show(Number(a.hash.slice(2)) - 1, "text");
  });
}

function correct(way: string): void {
  const a = reads[current]?.querySelector<HTMLAnchorElement>("a.fix");
  if (!a) return;
  const to = new URL(a.href);
  to.searchParams.set("do", way);
  location.assign(to);
}

const ways: Record<string, string> = { x: "reject", t: "type", a: "party", m: "merge" };
document.addEventListener("keydown", (e) => {
  const at = e.target as HTMLElement;
  if (e.ctrlKey || e.metaKey || e.altKey || sheet?.open) return;
  if (e.key === "Escape") document.querySelector<HTMLAnchorElement>("#correct a.never")?.click();
  if (at.closest("input, textarea, select, [contenteditable]")) return;
  if (e.key === "?") sheet?.showModal();
  else if (e.key === "j") show(Math.min(current + 1, reads.length - 1), "key");
  else if (e.key === "k") show(Math.max(current - 1, 0), "key");
  else if (e.key === "Enter" && at === reads[current]) reads[current].querySelector<HTMLAnchorElement>(".what a")?.click();
  else if (ways[e.key]) correct(ways[e.key]);
  else if (e.key === "u") {
    const forms = reads[current]?.querySelectorAll<HTMLFormElement>("form.undo");
    forms?.[forms.length - 1]?.requestSubmit();
  } else return;
  e.preventDefault();
});

const keys = document.querySelector<HTMLButtonElement>("button.keys");
if (keys) {
  keys.hidden = false;
  keys.addEventListener("click", () => sheet?.showModal());
}

// An address with a place goes there.
const place = location.hash.slice(1);
const target = place === "correct" ? document.getElementById("correct")?.closest<HTMLElement>(".read") : document.getElementById(place)?.closest<HTMLElement>(".read");
if (target) show(Number(target.dataset.n), place === "correct" ? "list" : "key");
if (place === "correct") document.querySelector<HTMLElement>("#correct [autofocus]")?.focus();
