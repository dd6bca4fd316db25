// Saves plots as SVG and PNG: the buttons of template part "saves". What a
// button names by data-of is an SVG, or holds one, or holds canvases that lie
// over each other. Styles are written into the copy, so that the file looks the
// same without the style sheet.

const kept = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "stroke-linecap", "stroke-linejoin", "paint-order",
  "opacity", "font-family", "font-size", "font-weight", "font-style", "text-anchor", "display", "visibility", "overflow", "dominant-baseline"];
const svgSpace = "http://www.w3.org/2000/svg";

function ground(): string {
  return getComputedStyle(document.body).backgroundColor;
}

// copy is the drawing as it stands on the page, on its ground, without links.
function copy(svg: SVGSVGElement): SVGSVGElement {
  const out = svg.cloneNode(true) as SVGSVGElement;
  const from = [svg, ...svg.querySelectorAll("*")];
  const to = [out, ...out.querySelectorAll("*")];
  from.forEach((element, i) => {
    const style = getComputedStyle(element);
    for (const name of kept) {
      const value = style.getPropertyValue(name);
      // A hatching's address stays as it is written: it names a part of the file.
      if (value && !value.includes("url(")) to[i].setAttribute(name, value);
    }
    for (const name of ["class", "tabindex", "href", "id"]) {
      if (name !== "id" || to[i].tagName !== "pattern") to[i].removeAttribute(name);
    }
  });
  const { width, height } = svg.getBoundingClientRect();
  out.setAttribute("xmlns", svgSpace);
  out.setAttribute("width", String(Math.round(width)));
  out.setAttribute("height", String(Math.round(height)));
  if (!out.hasAttribute("viewBox")) out.setAttribute("viewBox", `-12 -8 ${Math.round(width) + 24} ${Math.round(height) + 16}`);
  const back = document.createElementNS(svgSpace, "rect");
  for (const [name, value] of [["x", "-12"], ["y", "-8"], ["width", "110%"], ["height", "110%"], ["fill", ground()]]) back.setAttribute(name, value);
  out.prepend(back);
  return out;
}

function text(svg: SVGSVGElement): string {
  return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(copy(svg)) + "\n";
}

function give(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function canvas(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const c = document.createElement("canvas");
  c.width = width;
  c.height = height;
  const context = c.getContext("2d") as CanvasRenderingContext2D;
  context.fillStyle = ground();
  context.fillRect(0, 0, width, height);
  return [c, context];
}

async function painted(svg: SVGSVGElement): Promise<HTMLCanvasElement> {
  const { width, height } = svg.getBoundingClientRect();
  const scale = 2;
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text(svg));
  await image.decode();
  const [c, context] = canvas(Math.round(width * scale), Math.round(height * scale));
  context.drawImage(image, 0, 0, c.width, c.height);
  return c;
}

function layered(all: HTMLCanvasElement[]): HTMLCanvasElement {
  const [c, context] = canvas(all[0].width, all[0].height);
  for (const layer of all) context.drawImage(layer, 0, 0, c.width, c.height);
  return c;
}

async function save(button: HTMLButtonElement): Promise<void> {
  const of = document.getElementById(button.dataset.of ?? "");
  if (!of) return;
  const name = `${button.dataset.name || of.id}.${button.dataset.save}`;
  const svg = (of instanceof SVGSVGElement ? of : of.querySelector("svg")) as SVGSVGElement | null;
  if (button.dataset.save === "svg") {
    if (svg) give(new Blob([text(svg)], { type: "image/svg+xml" }), name);
    return;
  }
  const canvases = [...of.querySelectorAll("canvas")];
  const c = canvases.length > 0 ? layered(canvases) : svg && (await painted(svg));
  c?.toBlob((blob) => blob && give(blob, name), "image/png");
}

document.addEventListener("click", (e) => {
  const button = (e.target as Element).closest<HTMLButtonElement>("button[data-save]");
  if (button) void save(button);
});

// Without scripts the buttons would do nothing: they are shown from here.
export function show(root: ParentNode): void {
  for (const p of root.querySelectorAll<HTMLElement>(".saves[hidden]")) p.hidden = false;
}
show(document);
