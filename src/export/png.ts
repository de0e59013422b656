/** Pixels of a side beyond which browsers give up on a canvas without a word. */
const LONGEST_SIDE = 16_384;

const loaded = async (svg: string): Promise<HTMLImageElement> => {
  const image = new Image();
  // Not a blob: the site's Content-Security-Policy admits images from its own address and from data only.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`This browser could not read the drawing (${reason}). Take the SVG instead.`);
  }
  return image;
};

const blobOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((done, fail) =>
    canvas.toBlob(
      (blob) =>
        blob === null
          ? fail(new Error("This browser refused to write the PNG. Take the SVG instead."))
          : done(blob),
      "image/png",
    ),
  );

/**
 * A standalone SVG as PNG, `scale` times its size. For browsers only. Throws in words when the browser cannot read
 * the drawing, has no room for it, or refuses to hand it out.
 */
export async function pngOf(svg: string, scale = 2): Promise<Blob> {
  const image = await loaded(svg);
  const width = Math.round(image.naturalWidth * scale);
  const height = Math.round(image.naturalHeight * scale);
  if (width === 0 || height === 0)
    throw new Error("The drawing has no size, so there is no PNG of it. Take the SVG instead.");
  if (Math.max(width, height) > LONGEST_SIDE)
    throw new Error(
      `The PNG would be ${width} × ${height} pixels; browsers allow ${LONGEST_SIDE} a side. Take the SVG instead.`,
    );
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (context === null)
    throw new Error("This browser gave no canvas to draw on. Take the SVG instead.");
  context.drawImage(image, 0, 0, width, height);
  return blobOf(canvas);
}
