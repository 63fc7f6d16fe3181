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
// A part that was asked for quietly says only what it brings for this, if anything.
document.addEventListener('htmx:afterSettle', ({ detail }) => {
  const isQuiet = detail.requestConfig?.elt.closest('[data-quiet]');
  const result = isQuiet
    ? detail.target.querySelector('[data-announce]')
    : document.querySelector('#content [role="status"]') ?? document.querySelector('#content h1');
  if (!isQuiet || result) {
    document.getElementById('announcement').textContent = result?.textContent.trim() ?? '';
  }
});

// A password can be looked at while it is typed.
for (const input of document.querySelectorAll('input[data-reveal]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-link reveal';
  button.textContent = input.dataset.reveal;
  button.setAttribute('aria-pressed', 'false');
  button.setAttribute('aria-controls', input.id);
  button.addEventListener('click', () => {
    const shown = input.type === 'password';
    input.type = shown ? 'text' : 'password';
    button.setAttribute('aria-pressed', shown);
  });
  input.after(button);
  input.form.addEventListener('submit', () => { input.type = 'password'; });
}

// What is shown once can be copied and printed.
for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText([...document.querySelectorAll(`${button.dataset.copy} li`)].map(line => line.textContent.trim()).join('\n'));
    document.getElementById('announcement').textContent = button.textContent = button.dataset.done;
  });
}

for (const button of document.querySelectorAll('button[data-print]')) {
  button.hidden = false;
}

document.addEventListener('click', async event => {
  if (event.target.closest('button[data-print]')) {
    window.print();
  }

  // A link that names its view for good is copied; without a clipboard it leads there, and the address can be taken from the browser.
  const link = event.target.closest('a[data-copy-address]');
  if (link && navigator.clipboard) {
    event.preventDefault();
    await navigator.clipboard.writeText(link.href);
    document.getElementById('announcement').textContent = link.lastChild.textContent = link.dataset.done;
  }
});

// The search: a slash goes there, Escape and going elsewhere put its suggestions away.
const isTyping = one => one.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(one.tagName);
const forgetSuggestions = () => document.getElementById('search-suggestions')?.replaceChildren();

document.addEventListener('keydown', event => {
  const field = document.getElementById('site-search');
  if (event.key === '/' && field && !isTyping(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    field.closest('details').open = getComputedStyle(field.closest('details').querySelector('summary')).display !== 'none';
    field.select();
    field.focus();
  } else if (event.key === 'Escape' && document.querySelector('#search-suggestions > *')) {
    // What was typed stays; browsers would empty the field.
    event.preventDefault();
    forgetSuggestions();
  }
});

for (const kind of ['click', 'focusin']) {
  document.addEventListener(kind, event => {
    if (!event.target.closest('.site-search')) {
      forgetSuggestions();
    }
  });
}
