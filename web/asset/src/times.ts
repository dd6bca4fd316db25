// A slider with two ends for the period of the map and the network. It moves the
// two fields and sends the form when it is let go; without scripts the fields
// and the columns do.

function index(month: string): number {
  const [year, m] = month.split("-").map(Number);
  return 12 * year + (m || 1) - 1;
}

function month(index: number): string {
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
}

function slide(form: HTMLFormElement): void {
  const { first, last } = form.dataset;
  if (!first || !last || first === last) return;
  const low = index(first), high = index(last);
  const box = document.createElement("div");
  box.className = "slide";
  const ends = ["since", "until"].map((name, i) => {
    const field = form.elements.namedItem(name) as HTMLInputElement;
    const label = document.createElement("label");
    const text = document.createElement("output");
    const range = document.createElement("input");
    range.type = "range";
    range.min = String(low);
    range.max = String(high);
    const at = field.value ? index(field.value) : i ? high : low;
    range.value = String(Math.min(Math.max(at, low), high));
    text.value = month(Number(range.value));
    label.append((field.labels?.[0]?.firstChild?.textContent ?? name).trim() + " ", text, range);
    box.append(label);
    return { field, range, text };
  });
  ends.forEach((end, i) => {
    end.range.addEventListener("input", () => {
      const other = ends[1 - i];
      // The ends do not pass each other.
      if (i === 0 ? end.range.valueAsNumber > other.range.valueAsNumber : end.range.valueAsNumber < other.range.valueAsNumber) other.range.value = end.range.value;
      for (const e of ends) e.field.value = e.text.value = month(e.range.valueAsNumber);
    });
    end.range.addEventListener("change", () => form.requestSubmit());
  });
  form.append(box);
}

for (const form of document.querySelectorAll<HTMLFormElement>("form.times")) slide(form);
