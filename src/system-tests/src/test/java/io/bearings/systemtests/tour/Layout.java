package io.bearings.systemtests.tour;

import com.microsoft.playwright.Page;
import java.util.List;

/** What is wrong with how a page is laid out, whatever its pictures look like. */
final class Layout {
  /**
   * Looks at the add-on's elements: what is wider than the window or than its own box, text that is
   * cut off without a sign of it, and keys where there should be texts.
   */
  private static final String FINDINGS =
      """
      () => {
        const found = [];
        const say = (what, element) => {
          const box = element.getBoundingClientRect();
          found.push(what + ': <' + element.tagName.toLowerCase() + ' class="' + (element.getAttribute('class') || '') + '"> '
            + Math.round(box.left) + '-' + Math.round(box.right) + ' "' + (element.textContent || '').replace(/\\s+/g, ' ').trim().slice(0, 60) + '"');
        };
        const wide = document.documentElement.scrollWidth - window.innerWidth;
        if (wide > 0) { found.push('the page is ' + wide + ' pixels wider than the window'); }
        const mine = [...document.querySelectorAll('[class*="bearings-"]')];
        const inside = new Set(mine.flatMap((root) => [root, ...root.querySelectorAll('*')]));
        const scrolls = (style) => /auto|scroll/.test(style.overflowX);
        const clips = (style) => /hidden|clip/.test(style.overflowX) || style.clipPath !== 'none';
        const hiddenFromEyes = (element) => {
          for (let each = element; each && each !== document.body; each = each.parentElement) {
            const box = each.getBoundingClientRect();
            const style = getComputedStyle(each);
            if (style.visibility === 'hidden' || style.opacity === '0'
              || (clips(style) && style.position === 'absolute' && (box.width <= 1 || box.height <= 1))
              || (style.clip !== 'auto' && style.clip !== '')) { return true; }
          }
          return false;
        };
        for (const element of inside) {
          const texts = [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
          if (!texts.length || element.closest('svg, script, style, option, noscript, .bearings-hidden, .bearings-map-world') || !element.getClientRects().length || hiddenFromEyes(element)) { continue; }
          const range = document.createRange();
          let right = 0;
          let left = Infinity;
          for (const text of texts) {
            range.selectNodeContents(text);
            for (const box of range.getClientRects()) {
              right = Math.max(right, box.right);
              left = Math.min(left, box.left);
            }
          }
          let cut = false;
          for (let box = element; box && box !== document.body; box = box.parentElement) {
            const style = getComputedStyle(box);
            if (scrolls(style)) { cut = true; break; }
            if (clips(style)) {
              const edge = box.getBoundingClientRect();
              const clamped = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
              if (!clamped && (right > edge.right + 1.5 || left < edge.left - 1.5)) { say('text is cut off', element); }
              cut = true;
              break;
            }
            if (style.position === 'fixed') { break; }
          }
          if (!cut && right > window.innerWidth + 1) { say('text leaves the window', element); }
          const style = getComputedStyle(element);
          if (style.display !== 'inline' && style.overflowX === 'visible') {
            const edge = element.getBoundingClientRect();
            if (right > edge.right + 1.5) { say('text is wider than its box', element); }
          }
        }
        const KEY = /(?:^|[^\\w.:-])(bearings\\.[a-z][\\w-]*(?:\\.[\\w-]+)*)/g;
        const shown = [document.body.innerText];
        for (const element of inside) {
          ['aria-label', 'title', 'placeholder', 'alt'].forEach((name) => { if (element.hasAttribute(name)) { shown.push(element.getAttribute(name)); } });
        }
        for (const text of shown) {
          for (const match of text.matchAll(KEY)) { found.push('a key instead of a text: ' + match[1]); }
        }
        return [...new Set(found)];
      }""";

  private Layout() {}

  /** What is wrong, in words; empty when everything can be read. */
  @SuppressWarnings("unchecked")
  static List<String> findings(Page page) {
    return (List<String>) page.evaluate(FINDINGS);
  }
}
