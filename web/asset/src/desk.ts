// What every page does beyond plain links and forms: "/" goes to the search.

document.addEventListener("keydown", (e) => {
  const at = e.target as HTMLElement;
  if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || at.closest("input, textarea, select, [contenteditable]")) return;
  const q = document.getElementById("q") as HTMLInputElement | null;
  if (!q) return;
  e.preventDefault();
  q.focus();
  q.select();
});
