// A style reaches what is seen. This reaches what is read aloud: the names that the framework gives its own parts, in
// English alone, and the icons that it names by their drawing; and what shows of them in lists, in empty fields and
// under the pointer. data-words brings our words for them (shell.py).
(() => {
  const { names, beginnings, offers, icons, limits } = JSON.parse(document.currentScript.dataset.words);
  const allBeginnings = { ...beginnings, ...offers };

  const begun = (theirs, known) => {
    const found = Object.keys(known).find((one) => theirs.startsWith(one));
    return found && known[found] + theirs.slice(found.length);
  };

  // Our word, or nothing where it is theirs: what is written anew is looked at anew.
  const ours = (theirs) => {
    const word = Object.hasOwn(names, theirs) ? names[theirs] : begun(theirs, allBeginnings);
    return word !== theirs && word;
  };

  const name = (part) => {
    const theirs = part.getAttribute("aria-label");
    const icon = part.getAttribute("role") === "img" && /^(\w+) icon$/.exec(theirs);
    if (!icon) {
      const word = ours(theirs);
      if (word) part.setAttribute("aria-label", word);
    } else if (Object.hasOwn(icons, icon[1])) {
      part.setAttribute("aria-label", icons[icon[1]]);
    } else {
      // The words beside it say the same.
      part.removeAttribute("aria-label");
      part.setAttribute("aria-hidden", "true");
    }
  };

  // Why a field does not take a figure or a day: the bound that it names, in our words.
  const limit = (theirs) => {
    const [, bound, low, high] = /^Error: .* (between|equal to|on or after|on or before) (\S+?)(?: and (\S+))?\.$/.exec(theirs) ?? [];
    const kind = bound === "equal to" ? (theirs.includes(" below ") ? "least" : "most") : bound;
    return bound && limits[kind].replace("{low}", low).replace("{high}", high ?? low);
  };

  const plain = ["aria-valuetext", "placeholder"];
  const value = (part) => {
    for (const one of plain) {
      const word = part.hasAttribute(one) && ours(part.getAttribute(one));
      if (word) part.setAttribute(one, word);
    }
  };

  // The choices of a list are our own words already, but for the offer of a new one.
  const offer = (theirs) => begun(theirs, offers);

  const said = { '[role="option"]': offer, '[role="tooltip"]': ours, '[role="alert"]': limit };

  const say = (text) => {
    const place = Object.keys(said).find((one) => text.parentElement?.closest(one));
    const word = place && said[place](text.data);
    if (word && word !== text.data) text.data = word;
  };

  const visit = (part) => {
    if (part.nodeType === Node.TEXT_NODE) return say(part);
    if (part.nodeType !== Node.ELEMENT_NODE) return;
    if (part.hasAttribute("aria-label")) name(part);
    part.querySelectorAll("[aria-label]").forEach(name);
    value(part);
    part.querySelectorAll(plain.map((one) => `[${one}]`).join()).forEach(value);
    const watched = Object.keys(said).join();
    if (part.matches('[role="listbox"]') || part.closest(watched) || part.querySelector(watched)) {
      const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) say(texts.currentNode);
    }
  };

  const changing = { subtree: true, childList: true, characterData: true, attributeFilter: ["aria-label", ...plain] };
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(visit);
      else visit(change.target);
    }
  }).observe(document.body, changing);
  visit(document.body);
})();
