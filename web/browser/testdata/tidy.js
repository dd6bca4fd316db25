// What is wrong with the layout of a page, as a list of sentences: it is wider
// than the window, something is cut off at its edge, or words lie on words.
(() => {
  const found = [];
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) found.push(`the page is ${wide} pixels wide, the window ${innerWidth}`);

  const name = (e) => {
    const cls = e.getAttribute("class");
    return e.tagName.toLowerCase() + (e.id ? "#" + e.id : "") + (cls ? "." + cls.trim().split(/\s+/).join(".") : "");
  };

  // viewport is the box that an element shows things in; of an svg within an svg
  // that is not the box of what it holds.
  const viewport = (a) => {
    const outer = a instanceof SVGSVGElement && a.ownerSVGElement;
    if (!outer) return a.getBoundingClientRect();
    const o = outer.getBoundingClientRect(), [x, y, w, h] = [a.x, a.y, a.width, a.height].map((l) => l.baseVal.value);
    return { left: o.left + x, top: o.top + y, right: o.left + x + w, bottom: o.top + y + h };
  };

  // clip gives the part of a box that its ancestors show: those that scroll or
  // hide what is outside.
  const clip = (box, e) => {
    let { left, top, right, bottom } = box;
    for (let a = e; a && a !== document.body && a !== document.documentElement; a = a.parentElement) {
      const s = getComputedStyle(a);
      if (s.clipPath !== "none") return null;
      if (s.overflowX === "visible" && s.overflowY === "visible") continue;
      if (s.display === "inline" && !(a instanceof SVGElement)) continue;
      const r = viewport(a);
      left = Math.max(left, r.left); right = Math.min(right, r.right);
      top = Math.max(top, r.top); bottom = Math.min(bottom, r.bottom);
    }
    return right - left > 1 && bottom - top > 1 ? { left, top, right, bottom } : null;
  };

  const boxes = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n = walk.nextNode(); n; n = walk.nextNode()) {
    const e = n.parentElement;
    if (!n.data.trim() || !e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || /^(title|desc|script|style|noscript|template)$/i.test(e.tagName)) continue;
    const range = document.createRange();
    range.selectNodeContents(n);
    for (const r of range.getClientRects()) {
      const seen = clip(r, e);
      if (!seen || seen.right < 0) continue; // what waits outside for the focus

      // Letters fill the middle of their line box.
      const dy = (seen.bottom - seen.top) * 0.2;
      boxes.push({ node: n, e, left: seen.left + 1, right: seen.right - 1, top: seen.top + dy, bottom: seen.bottom - dy });
      if (seen.right > innerWidth + 1 || seen.left < -1) found.push(`${name(e)} “${n.data.trim().slice(0, 40)}” reaches over the edge (${Math.round(seen.left)} to ${Math.round(seen.right)} of ${innerWidth})`);
    }
  }
  boxes.sort((a, b) => a.top - b.top);
  for (let i = 0; i < boxes.length; i++) {
    const a = boxes[i];
    for (let j = i + 1; j < boxes.length && boxes[j].top < a.bottom; j++) {
      const b = boxes[j];
      if (a.node === b.node || a.left >= b.right || b.left >= a.right) continue;
      found.push(`${name(a.e)} “${a.node.data.trim().slice(0, 40)}” lies on ${name(b.e)} “${b.node.data.trim().slice(0, 40)}” at ${Math.round(a.left)},${Math.round(a.top + scrollY)}`);
    }
  }
  return found;
})()
