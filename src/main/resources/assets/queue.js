// The queue with a script: what is selected is counted, only what is legal for all of it can be pressed, and single keys
// work where they are switched on (the page then holds the dialog that lists them). Without it the forms do the same.
// It also asks now and then whether the list has changed, and says so in a line that is kept free for it.
"use strict";
{
  const form = document.querySelector(".queue-form");
  const rows = form ? [...form.querySelectorAll("tbody tr")] : [];
  const boxes = form ? [...form.querySelectorAll("input[name=task]")] : [];
  const buttons = form ? [...form.querySelectorAll(".bulk button")] : [];
  const selected = () => boxes.filter((box) => box.checked);

  const weigh = () => {
    const chosen = selected();
    const isLegal = (button) =>
      chosen.every((box) => button.name !== "outcome" || box.dataset.outcomes.split(" ").includes(button.value));
    buttons.forEach((button) => { button.disabled = chosen.length === 0 || !isLegal(button); });
    form.querySelector("output.counted").value = chosen.length;
    form.querySelector(".illegal").hidden = chosen.length === 0 || buttons.every(isLegal);
  };

  if (buttons.length > 0) {
    form.addEventListener("change", weigh);
    form.querySelectorAll(".counted").forEach((part) => { part.hidden = false; });
    weigh();
  }

  const here = () => rows.findIndex((row) => row.contains(document.activeElement));
  const go = (to) => rows[Math.max(0, Math.min(to, rows.length - 1))]?.querySelector("a").focus();
  const inRow = (what) => rows[here()]?.querySelector(what);
  const inBulk = (what) => {
    if (selected().length === 0) {
      inRow("input[name=task]")?.click();
    }
    return form?.querySelector(".bulk " + what);
  };
  const dialog = document.getElementById("keys");
  const search = document.getElementById("search");
  const keys = {
    j: () => go(here() + 1),
    k: () => go(here() - 1),
    x: () => inRow("input[name=task]")?.click(),
    c: () => (selected().length === 0 ? inRow("button.claim") : inBulk("button.claim"))?.click(),
    a: () => inBulk("button[value=APPROVE]")?.focus(),
    r: () => inBulk("textarea")?.focus(),
    "/": () => search.select(),
    "?": () => dialog.showModal(),
  };

  if (dialog) {
    const opener = document.getElementById("keys-open");
    opener.hidden = false;
    opener.addEventListener("click", keys["?"]);
    document.addEventListener("keydown", (event) => {
      const isTyping = event.target.closest("input:not([type=checkbox]), textarea, select") || dialog.open;
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !Object.hasOwn(keys, event.key)) {
        return;
      }
      event.preventDefault();
      keys[event.key]();
    });
  }

  const news = document.getElementById("news");
  if (news) {
    const every = 45_000;
    const atWork = 600_000; // a page that is only left open keeps nobody signed in
    let touched = Date.now();
    let said = "";
    const look = () => {
      if (!document.hidden && Date.now() - touched < atWork) {
        htmx.trigger(news, "look");
      }
    };
    news.hidden = false;
    news.addEventListener("htmx:beforeSwap", ({ detail }) => { // what was said is not said again
      detail.shouldSwap &&= detail.serverResponse !== said;
      said = detail.serverResponse;
    });
    ["pointerdown", "keydown", "wheel"].forEach((kind) =>
      document.addEventListener(kind, () => { touched = Date.now(); }, { passive: true }));
    setInterval(look, every);
  }
}
