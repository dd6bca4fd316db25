// The page of two parties: arrow keys go from bar to bar, and dragging across a
// timeline shows the days dragged over.

const dayLength = 86_400_000;

function keys(svg: SVGSVGElement): void {
  const bars = () => [...svg.querySelectorAll<SVGAElement>("a[tabindex]")];
  svg.addEventListener("keydown", (e) => {
    const all = bars();
    const at = all.indexOf(document.activeElement as unknown as SVGAElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[e.key];
    if (at < 0 || to === undefined || !all[to]) return;
    e.preventDefault();
    all[at].setAttribute("tabindex", "-1");
    all[to].setAttribute("tabindex", "0");
    all[to].focus();
  });
}

function brush(svg: SVGSVGElement): void {
  const figure = svg.closest("figure");
  const from = Date.parse(svg.dataset.from ?? "");
  const to = Date.parse(svg.dataset.to ?? "") + dayLength;
  if (!figure || Number.isNaN(from) || Number.isNaN(to)) return;
  const mark = document.createElement("div");
  mark.className = "brush";
  mark.hidden = true;
  figure.append(mark);
  let start: number | null = null;
  let moved = false;
  const share = (x: number) => {
    const box = svg.getBoundingClientRect();
    return Math.min(1, Math.max(0, (x - box.left) / box.width));
  };
  const day = (s: number) => new Date(from + s * (to - from)).toISOString().slice(0, 10);
  svg.addEventListener("pointerdown", (e) => {
    if (e.button !== 0 || e.pointerType === "touch") return;
    start = share(e.clientX);
    moved = false;
  });
  window.addEventListener("pointermove", (e) => {
    if (start === null) return;
    const now = share(e.clientX);
    moved ||= Math.abs(now - start) * svg.getBoundingClientRect().width > 6;
    mark.hidden = !moved;
    mark.style.left = `${Math.min(start, now) * 100}%`;
    mark.style.width = `${Math.abs(now - start) * 100}%`;
  });
  window.addEventListener("pointerup", (e) => {
    if (start === null) return;
    const [a, b] = [start, share(e.clientX)].sort((x, y) => x - y);
    start = null;
    mark.hidden = true;
    if (!moved) return;
    const url = new URL(location.href);
    url.searchParams.delete("before");
    url.searchParams.set("since", day(a));
    url.searchParams.set("until", day(Math.max(a, b - 1e-9)));
    url.hash = "time";
    location.assign(url);
  });
  svg.addEventListener("dragstart", (e) => e.preventDefault());
  svg.addEventListener("click", (e) => moved && e.preventDefault(), true);
}

for (const svg of document.querySelectorAll<SVGSVGElement>("svg.plot[data-from]")) {
  keys(svg);
  brush(svg);
}
