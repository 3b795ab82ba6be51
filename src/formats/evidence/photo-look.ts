/** Brightness of a photo in blocks of 8 × 8 pixels, row by row, as it is stored (not yet turned upright). Width and height in pixels. */
export interface Blocks {
  width: number;
  height: number;
  /** Blocks of a row: ceil(width / 8). */
  columns: number;
  luma: Float32Array;
}

/** 8 and 9 both go into it, so that one grid serves all four turns. */
const GRID = 72;
/** Neighbours that differ by less are the noise of saving again. Brightness is 0 … 255. */
const NOISE = 1;
/** A photo of which fewer of 64 neighbours differ clearly is too plain to be told by its look. */
const LEAST_CLEAR = 12;
/** Sides shorter than this have too few blocks. */
const LEAST_SIDE = 64;

/**
 * The look of a photo (difference hash, 8 × 8 neighbours of a 9 × 8 reduction): 32 bytes, upright first, then turned clockwise
 * by 90°, 180°, 270°. Saving again or scaling changes a few bits. Null: too small or too plain to be told by it.
 * `orientation` is the one of EXIF, 1 … 8.
 */
export function lookOf(blocks: Blocks, orientation: number): Uint8Array | null {
  if (Math.min(blocks.width, blocks.height) < LEAST_SIDE) return null;
  let grid = upright(reduce(blocks), orientation);
  const look = new Uint8Array(32);
  for (let turn = 0; turn < 4; turn += 1) {
    const clear = hashInto(look, turn * 8, grid);
    if (turn === 0 && clear < LEAST_CLEAR) return null;
    grid = turned(grid);
  }
  return look;
}

/** Averages over 72 × 72 equal cells of the picture. */
function reduce({ width, height, columns, luma }: Blocks): Float32Array {
  const across = shares(width, columns);
  const down = shares(height, Math.ceil(height / 8));
  const out = new Float32Array(GRID * GRID);
  for (let y = 0; y < GRID; y += 1) {
    for (let x = 0; x < GRID; x += 1) {
      let sum = 0;
      let weight = 0;
      for (const [row, high] of down[y] ?? []) {
        for (const [column, wide] of across[x] ?? []) {
          sum += (luma[row * columns + column] ?? 0) * high * wide;
          weight += high * wide;
        }
      }
      out[y * GRID + x] = sum / weight;
    }
  }
  return out;
}

/** For each of 72 cells along a side: the blocks that it covers and by how many pixels. */
function shares(pixels: number, blocks: number): [number, number][][] {
  return Array.from({ length: GRID }, (_, cell) => {
    const from = (pixels * cell) / GRID;
    const to = (pixels * (cell + 1)) / GRID;
    const list: [number, number][] = [];
    for (let block = Math.floor(from / 8); block < blocks && block * 8 < to; block += 1)
      list.push([block, Math.min(to, block * 8 + 8, pixels) - Math.max(from, block * 8)]);
    return list;
  });
}

const at = (grid: Float32Array, x: number, y: number): number => grid[y * GRID + x] ?? 0;
const map = (from: (x: number, y: number) => number): Float32Array =>
  Float32Array.from({ length: GRID * GRID }, (_, i) => from(i % GRID, Math.floor(i / GRID)));
const turned = (grid: Float32Array): Float32Array => map((x, y) => at(grid, y, GRID - 1 - x));
const mirrored = (grid: Float32Array): Float32Array => map((x, y) => at(grid, GRID - 1 - x, y));

/** Quarter turns that set an EXIF orientation upright; 2, 4, 5 and 7 are mirrored before. */
const TURNS = [0, 0, 0, 2, 2, 3, 1, 1, 3];

function upright(grid: Float32Array, orientation: number): Float32Array {
  let out = [2, 4, 5, 7].includes(orientation) ? mirrored(grid) : grid;
  for (let n = TURNS[orientation] ?? 0; n > 0; n -= 1) out = turned(out);
  return out;
}

/** Writes 64 bits: whether a cell is brighter than the one to its left. Gives how many neighbours differ clearly. */
function hashInto(look: Uint8Array, offset: number, grid: Float32Array): number {
  let clear = 0;
  for (let row = 0; row < 8; row += 1) {
    let left = mean(grid, 0, row);
    let bits = 0;
    for (let column = 1; column < 9; column += 1) {
      const right = mean(grid, column, row);
      bits = bits * 2 + (right - left > NOISE ? 1 : 0);
      if (Math.abs(right - left) > 3 * NOISE) clear += 1;
      left = right;
    }
    look[offset + row] = bits;
  }
  return clear;
}

/** Mean of a cell of the 9 × 8 reduction: 8 × 9 cells of the grid. */
function mean(grid: Float32Array, column: number, row: number): number {
  let sum = 0;
  for (let y = row * 9; y < row * 9 + 9; y += 1)
    for (let x = column * 8; x < column * 8 + 8; x += 1) sum += at(grid, x, y);
  return sum / 72;
}
