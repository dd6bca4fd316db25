// What every page does beyond plain links and forms: "/" goes to the search.

import { combobox } from "./part/combobox";

document.addEventListener("keydown", (e) => {
  const at = e.target as HTMLElement;
  if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || at.closest("input, textarea, select, [contenteditable]")) return;
  const q = document.getElementById("q") as HTMLInputElement | null;
  if (!q) return;
  e.preventDefault();
  q.focus();
  q.select();
});

// Fields that offer ways to go on.
const query = document.getElementById("q");
if (query instanceof HTMLInputElement) combobox(query, "query");
for (const field of document.querySelectorAll<HTMLInputElement>('input[data-suggest="entity"]')) combobox(field, "entity");
