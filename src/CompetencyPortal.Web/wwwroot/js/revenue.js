// Comforts of the list of revenue lines; everything there works without them.

const closeOpenForm = () => document.querySelector('.row-form [data-cancel]')?.click();

// One row is edited at a time, and Escape gives the edit up.
document.addEventListener('htmx:beforeRequest', event => {
  if (event.detail.elt.matches('.row-actions a')) {
    closeOpenForm();
  }
});

document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && event.target.closest('.row-form')) {
    closeOpenForm();
  }
});
