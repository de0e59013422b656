/** Maps a number of the domain to the range, and goes on beyond both. */
export type Linear = (value: number) => number;

/**
 * As `scaleLinear` of D3 maps numbers, to the last digit where the domain ascends. A chart that moves makes a dozen of them a step, and a
 * scale of D3 brings twenty functions with it.
 */
export function linear(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): Linear {
  const length = to - from;
  return (value) => {
    const share = length === 0 ? 0.5 : (value - from) / length;
    return start * (1 - share) + end * share;
  };
}
