// Small comforts; every page works without them.

// A menu in the header closes with Escape, which gives the focus back to its button, and when the attention goes elsewhere.
const openMenu = () => document.querySelector('.site-header details[open]');

document.addEventListener('keydown', event => {
  const menu = openMenu();
  if (event.key === 'Escape' && menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});

for (const kind of ['click', 'focusin']) {
  document.addEventListener(kind, event => {
    const menu = openMenu();
    if (menu && !menu.contains(event.target)) {
      menu.open = false;
    }
  });
}

// Browsers that do not let a plain element take the focus by itself are helped.
const summary = document.querySelector('.error-summary');
if (summary && document.activeElement === document.body) {
  summary.focus();
}

// When part of a page has been replaced, its new result is said: the count of a list, or the heading of what came instead.
document.addEventListener('htmx:afterSettle', () => {
  const result = document.querySelector('#content [role="status"]') ?? document.querySelector('#content h1');
  document.getElementById('announcement').textContent = result?.textContent.trim() ?? '';
});
