// A text field that offers ways to go on (the ARIA pattern of an editable
// combobox with a list). What is offered comes from /api/v1/suggest; without
// the script the field is a plain one.

type Item = { insert: string; label: string; note?: string };
type Answer = { from: number; to: number; items: Item[] };

const pause = 120; // ms after the last key

export function combobox(input: HTMLInputElement, kind: "query" | "entity"): void {
  const list = document.createElement("ul");
  list.id = `${input.id || input.name}-list`;
  list.className = "offers";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", document.documentElement.lang === "de" ? "Vorschläge" : "Suggestions");
  list.hidden = true;
  const holder = document.createElement("span");
  holder.className = "combo";
  input.replaceWith(holder);
  holder.append(input, list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  input.autocomplete = "off";

  let answer: Answer | undefined;
  let at = -1; // of the item in focus
  let timer = 0;
  let asked: AbortController | undefined;

  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const point = (n: number) => {
    at = n;
    [...list.children].forEach((li, i) => li.setAttribute("aria-selected", String(i === n)));
    const li = list.children[n];
    if (li) {
      input.setAttribute("aria-activedescendant", li.id);
      li.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };

  const take = (n: number) => {
    const item = answer?.items[n];
    if (!answer || !item) return;
    const chars = [...input.value];
    const rest = chars.slice(answer.to);
    const open = item.insert.endsWith(":");
    const insert = kind === "query" && !open && rest[0] !== " " && rest[0] !== "," ? item.insert + " " : item.insert;
    const before = chars.slice(0, answer.from).join("") + insert;
    input.value = before + rest.join("");
    input.setSelectionRange(before.length, before.length);
    close();
    if (open) void ask();
  };

  const draw = () => {
    list.replaceChildren(
      ...(answer?.items ?? []).map((item, i) => {
        const li = document.createElement("li");
        li.id = `${list.id}-${i}`;
        li.setAttribute("role", "option");
        li.setAttribute("aria-selected", "false");
        const name = document.createElement("span");
        name.textContent = item.label;
        const note = document.createElement("small");
        note.textContent = item.note ?? "";
        li.append(name, " ", note);
        li.addEventListener("mousedown", (e) => {
          e.preventDefault(); // the field keeps the focus
          take(i);
        });
        return li;
      }),
    );
    list.hidden = !answer?.items.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    point(-1);
  };

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const place = [...input.value.slice(0, input.selectionStart ?? input.value.length)].length;
    const q = new URLSearchParams({ q: input.value, at: String(place), lang: document.documentElement.lang, for: kind });
    try {
      const r = await fetch(`/api/v1/suggest?${q}`, { signal: asked.signal, headers: { Accept: "application/json" } });
      if (!r.ok) return close();
      answer = (await r.json()) as Answer;
      answer.items ??= [];
      if (document.activeElement === input) draw();
    } catch {
      close(); // the field works without
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(ask, pause);
  });
  input.addEventListener("blur", () => {
    clearTimeout(timer);
    asked?.abort();
    close();
  });
  input.addEventListener("keydown", (e) => {
    const n = answer?.items.length ?? 0;
    if (e.key === "ArrowDown" && list.hidden) void ask();
    else if (e.key === "ArrowDown") point((at + 1) % n);
    else if (e.key === "ArrowUp" && !list.hidden) point((at - 1 + n) % n);
    else if ((e.key === "Enter" || e.key === "Tab") && !list.hidden && at >= 0) take(at);
    else if (e.key === "Escape" && !list.hidden) {
      close();
      e.stopPropagation();
    } else return;
    e.preventDefault();
  });
}
