// The matrix as a grid: one of its cells can be tabbed to, and the arrow keys lead from there to the others. Without this
// script every link and button of it is tabbed to in turn.

const wide = matchMedia('(min-width: 48rem)');
let last = null;
let scrolled = null;

const gridOf = () => document.querySelector('table[data-grid]');
const cellsOf = grid => [...grid.rows].map(row => [...row.cells]);

// What takes the focus in a cell: its link or button, else the cell itself.
const stopOf = cell => cell.querySelector('a, button') ?? cell;

const enter = (grid, stop) => {
  for (const one of grid.querySelectorAll('[tabindex="0"]')) {
    one.tabIndex = -1;
  }
  stop.tabIndex = 0;
  last = stop.id;
};

const begin = () => {
  const grid = gridOf();
  if (!grid) {
    return;
  }
  const isGrid = wide.matches;
  document.getElementById('matrix-keys')?.toggleAttribute('hidden', !isGrid);
  for (const stop of cellsOf(grid).flat().map(stopOf)) {
    if (isGrid) {
      stop.tabIndex = -1;
    } else {
      stop.removeAttribute('tabindex');
    }
  }
  if (isGrid) {
    grid.setAttribute('role', 'grid');
    const focused = grid.contains(document.activeElement) ? document.activeElement : null;
    enter(grid, focused ?? document.getElementById(last) ?? stopOf(grid.rows[1].cells[0]));
  } else {
    grid.removeAttribute('role');
  }
};

const far = 10;

const leadsTo = (event, row, column, cells) => {
  const [bottom, end] = [cells.length - 1, cells[row].length - 1];
  switch (event.key) {
    case 'ArrowUp': return [row - 1, column];
    case 'ArrowDown': return [row + 1, column];
    case 'ArrowLeft': return [row, column - 1];
    case 'ArrowRight': return [row, column + 1];
    case 'PageUp': return [Math.max(row - far, 1), column];
    case 'PageDown': return [Math.min(row + far, bottom), column];
    case 'Home': return [event.ctrlKey ? 1 : row, 0];
    case 'End': return [event.ctrlKey ? bottom : row, end];
    default: return null;
  }
};

document.addEventListener('keydown', event => {
  const grid = gridOf();
  const cell = event.target.closest?.('th, td');
  if (!wide.matches || !grid?.contains(cell) || event.altKey || event.metaKey || event.shiftKey) {
    return;
  }
  const cells = cellsOf(grid);
  const row = cell.parentElement.rowIndex;
  const to = leadsTo(event, row, cell.cellIndex, cells);
  if (!to) {
    return;
  }
  event.preventDefault();
  const next = cells[to[0]]?.[to[1]];
  if (next) {
    enter(grid, stopOf(next));
    stopOf(next).focus();
  }
});

document.addEventListener('focusin', event => {
  const grid = gridOf();
  if (wide.matches && grid?.contains(event.target)) {
    enter(grid, event.target);
  }
});

// A click takes the place of the page's content; the eye stays where it was.
document.addEventListener('htmx:beforeSwap', () => {
  const region = document.querySelector('.matrix-region');
  scrolled = region && [region.scrollTop, region.scrollLeft];
});

document.addEventListener('htmx:afterSettle', () => {
  const region = document.querySelector('.matrix-region');
  if (region && scrolled) {
    [region.scrollTop, region.scrollLeft] = scrolled;
  }
  begin();
});

wide.addEventListener('change', begin);
begin();
