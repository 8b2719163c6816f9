/** `node scripts/picture.mjs`: runs the built demo in a pseudo-terminal up to its verdict and writes the screen as assets/wizard.svg. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pty from '@lydell/node-pty';
import headless from '@xterm/headless';
import { root } from './rolldown-config.mjs';

const COLUMNS = 88;
const ROWS = 28;
const CELL = { width: 8.4, height: 18 };
const COLOURS = { 1: '#f47067', 2: '#57ab5a', 3: '#c69026', 6: '#39c5cf' };

const screen = new headless.Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true });
const program = pty.spawn(process.execPath, [join(root, 'bin/scalekit-fix.js'), 'demo'], {
  cols: COLUMNS,
  rows: ROWS,
  cwd: root,
  env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: '1', TERM: 'xterm-256color' },
});
program.onData((data) => screen.write(data));

await see('This is what lies');
program.write('\r');
await see('What do you see');
program.write('\r');
await see('causes confirmed');
await see('Enter remedy');
writeFileSync(join(root, 'assets/wizard.svg'), picture());
program.write('\u0003');
setTimeout(() => process.exit(0), 300);

function text() {
  return Array.from(
    { length: ROWS },
    (_, row) => screen.buffer.active.getLine(screen.buffer.active.baseY + row)?.translateToString(true) ?? '',
  ).join('\n');
}

async function see(wanted) {
  const until = performance.now() + 15_000;
  while (!text().includes(wanted)) {
    if (performance.now() > until) throw new Error(`Never saw “${wanted}”:\n${text()}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

function picture() {
  const rows = [];
  for (let row = 0; row < ROWS; row++) {
    const line = screen.buffer.active.getLine(screen.buffer.active.baseY + row);
    for (const run of line ? runs(line) : []) {
      const style = `${run.bold ? ' font-weight="bold"' : ''}${run.dim ? ' opacity="0.65"' : ''}`;
      const y = (row + 1) * CELL.height + 14;
      rows.push(
        `<text x="${(run.column * CELL.width + 16).toFixed(1)}" y="${y}" fill="${run.colour}"${style} xml:space="preserve">${escaped(run.text)}</text>`,
      );
    }
  }
  const width = Math.round(COLUMNS * CELL.width + 32);
  const height = ROWS * CELL.height + 40;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="The wizard after a run: four causes confirmed, the first with its evidence">
<rect width="100%" height="100%" rx="8" fill="#1c2128"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14">
${rows.join('\n')}
</g>
</svg>
`;
}

function* runs(line) {
  let run;
  for (let column = 0; column < COLUMNS; column++) {
    const cell = line.getCell(column);
    const characters = cell?.getChars() || ' ';
    const colour = COLOURS[cell?.isFgPalette() ? cell.getFgColor() : -1] ?? '#cdd9e5';
    const bold = Boolean(cell?.isBold());
    const dim = Boolean(cell?.isDim());
    if (run && run.colour === colour && run.bold === bold && run.dim === dim) run.text += characters;
    else {
      if (run?.text.trim()) yield run;
      run = { column, text: characters, colour, bold, dim };
    }
  }
  if (run?.text.trim()) yield { ...run, text: run.text.trimEnd() };
}

function escaped(value) {
  return value.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character]);
}
