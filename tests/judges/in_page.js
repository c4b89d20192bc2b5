// Questions to an open page; each returns a list of faults as texts. Loaded by in_page.py, never part of the site.
globalThis.judges = (() => {
  const TARGETS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, label[for], [role=button], [tabindex]:not([tabindex="-1"])';

  const called = (el) => {
    const words = (el.textContent || el.getAttribute('aria-label') || '').trim().replace(/\s+/g, ' ').slice(0, 40);
    const classes = typeof el.className === 'string' && el.className ? '.' + el.className.trim().replace(/\s+/g, '.') : '';
    return `<${el.localName}${classes}> “${words}”`;
  };

  const up = function* (el) { for (let at = el; at; at = at.parentElement) yield at; };

  // hidden from sight but not from screen readers
  const unseenCache = new Map();
  const isUnseen = (el) => {
    if (!unseenCache.has(el)) {
      const style = getComputedStyle(el);
      const box = el.getBoundingClientRect();
      const tiny = box.width <= 1 || box.height <= 1;
      const own = (style.overflowX !== 'visible' && tiny && style.position === 'absolute') || style.clipPath === 'inset(50%)';
      unseenCache.set(el, own || (el.parentElement !== null && isUnseen(el.parentElement)));
    }
    return unseenCache.get(el);
  };

  const isShown = (el) => el.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !isUnseen(el);

  const texts = () => {
    unseenCache.clear();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const el = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || !isShown(el)) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
      if (boxes.length) found.push({ el, boxes });
    }
    return found;
  };

  const scrolls = (value) => value === 'auto' || value === 'scroll';
  const cuts = (value) => value === 'hidden' || value === 'clip';

  // nothing needs sideways scrolling, no text is cut off at the edge of the window
  const sideways = () => {
    const width = document.documentElement.clientWidth;
    const faults = [];
    const whole = document.scrollingElement.scrollWidth;
    if (whole > width) faults.push(`the page is ${whole} px wide in a window of ${width}`);
    for (const el of document.querySelectorAll('body *')) {
      if (el.scrollWidth > el.clientWidth + 1 && scrolls(getComputedStyle(el).overflowX) && isShown(el)) faults.push(`${called(el)} scrolls sideways`);
    }
    for (const { el, boxes } of texts()) {
      if (boxes.some((box) => box.right > width + 1 || box.left < -1)) faults.push(`${called(el)} runs out of the window`);
    }
    return faults;
  };

  // no text is cut off by a box around it; half a leading may stand over at top and bottom
  const clipped = () => {
    const faults = [];
    for (const { el, boxes } of texts()) {
      const slack = 0.4 * parseFloat(getComputedStyle(el).fontSize);
      for (const around of up(el)) {
        if (around === document.body || around === document.documentElement) break;
        const style = getComputedStyle(around);
        if (style.display === 'inline' || (!cuts(style.overflowX) && !cuts(style.overflowY))) continue;
        const frame = around.getBoundingClientRect();
        const beside = cuts(style.overflowX) && boxes.some((box) => box.right > frame.right + 1 || box.left < frame.left - 1);
        const below = cuts(style.overflowY) && boxes.some((box) => box.bottom > frame.bottom + slack || box.top < frame.top - slack);
        if (beside || below) { faults.push(`${called(el)} is cut off by ${called(around)}`); break; }
      }
    }
    return faults;
  };

  // as WCAG 1.4.12 asks; by a constructed sheet, which the site's policy allows
  const spaceText = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  };

  const noPseudoElements = new CSSStyleSheet();
  noPseudoElements.replaceSync('*::before, *::after { content: none !important }');
  const usePseudoElements = (on) => {
    const others = document.adoptedStyleSheets.filter((sheet) => sheet !== noPseudoElements);
    document.adoptedStyleSheets = on ? others : [...others, noPseudoElements];
  };

  const smallText = (least) => texts()
    .filter(({ el }) => parseFloat(getComputedStyle(el).fontSize) < least)
    .map(({ el }) => `${called(el)} is set in ${getComputedStyle(el).fontSize}`);

  // a link inside a sentence may be as high as its line
  const isInSentence = (el) => {
    if (getComputedStyle(el).display !== 'inline') return false;
    const block = [...up(el.parentElement)].find((at) => getComputedStyle(at).display !== 'inline');
    const linked = [...block.querySelectorAll('a')].reduce((sum, link) => sum + link.textContent.trim().length, 0);
    return block.textContent.replace(/[\s·,|–-]+/g, ' ').trim().length > linked + 8;
  };

  // how far from its middle a press still reaches the element, in both directions together, up to `most`
  const reach = (el, most) => {
    el.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = el.getClientRects()[0];
    const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
    const y = box.top + box.height / 2;
    const hits = (dx, dy) => {
      const hit = document.elementFromPoint(x + dx, y + dy);
      return hit !== null && (el.contains(hit) || hit.closest(TARGETS) === el || hit.closest('label')?.control === el);
    };
    if (!hits(0, 0)) return { width: 0, height: 0 };
    const run = (dx, dy, steps) => { let n = 0; while (n < steps && hits(dx * (n + 1), dy * (n + 1))) n += 1; return n; };
    const across = (dx, dy) => {
      // a box that is large enough, and reached up to its edges but for what rounding to whole pixels takes
      const ends = (dx ? box.width : box.height) / 2 - 1.5;
      if (ends + 1.5 >= most / 2 && hits(-dx * ends, -dy * ends) && hits(dx * ends, dy * ends)) return most;
      const half = Math.floor(most / 2);
      if (hits(-dx * half, -dy * half) && hits(dx * (most - 1 - half), dy * (most - 1 - half))) return most;
      const there = run(-dx, -dy, most - 1);
      return there + run(dx, dy, most - 1 - there) + 1;
    };
    return { width: across(1, 0), height: across(0, 1) };
  };

  const smallTargets = (least, selector = TARGETS, sentences = false) => {
    unseenCache.clear();
    const faults = [];
    for (const el of document.querySelectorAll(selector)) {
      if (!el.getClientRects().length || !isShown(el) || el.matches('.skip') || (!sentences && isInSentence(el))) continue;
      const size = reach(el, least);
      if (size.width < least || size.height < least) faults.push(`${called(el)} can be pressed in ${size.width} × ${size.height} px`);
    }
    scrollTo(0, 0);
    return faults;
  };

  const ring = (el) => ['', '::before', '::after'].map((part) => {
    const style = getComputedStyle(el, part || null);
    const width = style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);
    const seen = width > 0 && !/rgba\(.*, 0\)|transparent/.test(style.outlineColor);
    return [seen ? `${style.outlineStyle} ${width} ${style.outlineColor}` : '', style.boxShadow];
  }).join('|');

  // whatever can be focused shows it; to be asked after a key was pressed, so that :focus-visible holds
  const hiddenFocus = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*,*::before,*::after{transition:none!important;animation:none!important}');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    unseenCache.clear();
    document.activeElement?.blur();
    const faults = [];
    for (const el of document.querySelectorAll(TARGETS)) {
      if (el.localName === 'label' || !el.checkVisibility({ visibilityProperty: true })) continue;
      const before = ring(el);
      el.focus({ preventScroll: true });
      if (document.activeElement !== el) { faults.push(`${called(el)} cannot be focused`); continue; }
      if (!el.matches(':focus-visible')) faults.push(`${called(el)} is focused, but not :focus-visible: ask after a key was pressed`);
      if (ring(el) === before) faults.push(`${called(el)} does not show that it is focused`);
      el.blur();
    }
    return faults;
  };

  const focused = () => {
    const el = document.activeElement;
    const box = el.getBoundingClientRect();
    const inWindow = box.width > 1 && box.height > 1 && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
    return { name: called(el), href: el.getAttribute('href') || '', inWindow, inMain: el.closest('main') !== null };
  };

  // every text of main that is not marked hidden nor part of a list to be opened, with whether it can be seen or is read aloud now
  const mainTexts = () => {
    unseenCache.clear();
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const el = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || el.closest('[hidden], script, template, svg, option')) continue;
      found.push([walker.currentNode.data.trim().slice(0, 60), isUnseen(el) || el.checkVisibility({ visibilityProperty: true, opacityProperty: true })]);
    }
    return found;
  };

  const shown = (selector) => { unseenCache.clear(); return [...document.querySelectorAll(selector)].filter(isShown).map(called); };

  const missing = (selector) => { unseenCache.clear(); return [...document.querySelectorAll(selector)].filter((el) => !isShown(el)).map(called); };

  // pictures that wait until they are scrolled to are wanted now
  const loadPictures = () => Promise.all([...document.images].map((image) => {
    image.loading = 'eager';
    return image.decode().catch(() => {});
  }));

  const brokenPictures = () => [...document.images].filter((image) => !image.complete || image.naturalWidth === 0)
    .map((image) => image.getAttribute('src'));

  // labels without an answer, and names and addresses that are links and nothing more
  const unanswered = () => {
    unseenCache.clear();
    const labels = [...document.querySelectorAll('main dt')].filter((el) => !el.nextElementSibling?.innerText.trim());
    const links = [...document.querySelectorAll('main dd a')].filter((el) => /[.@]\S/.test(el.textContent) && !isShown(el));
    return [...labels, ...links].map(called);
  };
  return { unanswered, sideways, clipped, spaceText, usePseudoElements, smallText, smallTargets, hiddenFocus, focused, mainTexts, shown, missing, loadPictures, brokenPictures };
})();
