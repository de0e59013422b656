const open = (): void => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) target.open = true;
};

/** Opens the list that the page's address leads to, now and whenever a link leads to another. */
export const openLinked = (): void => {
  open();
  window.addEventListener("hashchange", open);
};
