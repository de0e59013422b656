/** Relative address of the site's root from a page, ending in a slash: `./` for `/`, `../` for `/explore/`. */
export const rootFrom = (pathname: string): string => {
  const depth = pathname.split("/").filter((part) => part !== "").length;
  return depth === 0 ? "./" : "../".repeat(depth);
};
