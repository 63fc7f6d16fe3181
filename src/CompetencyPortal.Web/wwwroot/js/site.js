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
  button.addEventListener('click', () => window.print());
}
