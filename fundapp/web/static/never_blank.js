// Where the framework's own script fails, it leaves a white screen. What was typed was saved at every tap, so the page is
// loaded again. When it fails soon again, the reader is told instead; data-words brings the words (shell.py).
(() => {
  const { title, text, again } = JSON.parse(document.currentScript.dataset.words);
  const root = document.getElementById("root");
  const LOADED = "loaded-again-at", SOON_MS = 20000;
  let drawn = false;

  const part = (name, words) => Object.assign(document.createElement(name), { textContent: words });

  const tell = () => {
    const told = part("main", "");
    told.className = "never-blank";
    const way = Object.assign(part("a", again), { href: location.href });
    told.append(part("h1", title), part("p", text), way);
    document.body.append(told);
  };

  new MutationObserver((_changes, watch) => {
    drawn ||= root.childElementCount > 0;
    if (!drawn || root.childElementCount > 0) return;
    watch.disconnect();
    const before = Number(sessionStorage.getItem(LOADED));
    sessionStorage.setItem(LOADED, Date.now());
    if (Date.now() - before < SOON_MS) tell();
    else location.reload();
  }).observe(root, { childList: true });
})();
