// SPDX-License-Identifier: GPL-3.0-or-later
// What the site does beyond its forms: bars that are dragged or moved by arrow keys, pages that replace only what has
// changed and follow what happens elsewhere. Everything can be done without it.
"use strict";
(() => {
  const byId = id => document.getElementById(id);
  const here = () => location.pathname + location.search;
  const say = words => { const news = byId("news"); if (news) news.textContent = words; };
  let version = Number(byId("have")?.dataset.version ?? 0);
  let showing = null;

  // Makes an element like a fresh one, and leaves alone what is alike already: focus, scrolling, what is unfolded.
  const morph = (old, fresh) => {
    if (old.isEqualNode(fresh)) return;
    const isSame = old.nodeType === 1 && old.nodeName === fresh.nodeName && old.id === fresh.id;
    if (!isSame) return old.replaceWith(fresh);
    for (const name of old.getAttributeNames())
      if (!fresh.hasAttribute(name) && name !== "open" && name !== "tabindex") old.removeAttribute(name);
    for (const name of fresh.getAttributeNames())
      if (old.getAttribute(name) !== fresh.getAttribute(name)) old.setAttribute(name, fresh.getAttribute(name));
    const [before, after] = [[...old.childNodes], [...fresh.childNodes]];
    if (before.length !== after.length) return old.replaceChildren(...after);
    before.forEach((child, index) => morph(child, after[index]));
  };

  // Takes in the parts that the server sent; parts that are no longer on the page go.
  const take = text => {
    const parts = new DOMParser().parseFromString(text, "text/html");
    const have = parts.getElementById("have");
    if (!have) return location.reload();
    for (const template of parts.querySelectorAll("template[data-part]")) {
      const fresh = document.importNode(template.content.firstElementChild, true);
      const old = byId(template.dataset.part);
      if (old) morph(old, fresh); else byId("have").before(fresh);
      const heading = document.querySelector("main h1");
      if (heading && heading.textContent !== template.dataset.title) heading.textContent = template.dataset.title;
    }
    const ids = new Set(have.dataset.have.split(" ").map(mark => mark.slice(0, mark.lastIndexOf(":"))));
    for (const part of [...byId("main").children])
      if (part.id && part.id !== "have" && !ids.has(part.id)) part.remove();
    byId("have").replaceWith(document.importNode(have, true));
    version = Math.max(version, Number(have.dataset.version ?? 0));
  };

  // Shows the page as it is now; waits for the plan of the newest change where asked to.
  const show = async waits => {
    showing?.abort();
    const mine = showing = new AbortController();
    try {
      const headers = { "Muster-Part": here(), "Muster-Have": byId("have")?.dataset.have ?? "" };
      if (waits) headers["Muster-Wait"] = "1";
      const answer = await fetch(here(), { headers, signal: mine.signal });
      if (answer.redirected) return location.assign(answer.url);
      take(await answer.text());
    } catch (error) {
      if (error.name !== "AbortError") say("The server does not answer.");
    } finally {
      if (showing === mine) showing = null;
    }
  };

  // Changes go one after the other, each on top of the one before; the picture is that of the last.
  let sending = Promise.resolve();
  const send = (path, fields) => {
    sending = sending.then(async () => {
      const body = new URLSearchParams(fields);
      if (body.has("seen")) body.set("seen", String(Math.max(version, Number(body.get("seen")))));
      showing?.abort();
      let answer;
      try {
        answer = await fetch(path, { method: "POST", body, headers: { "Muster-Part": here() } });
      } catch {
        return say("The server does not answer; nothing was changed.");
      }
      if (answer.ok) {
        say("");
        version = Math.max(version, Number(answer.headers.get("Muster-Version") ?? 0));
        const next = answer.headers.get("Muster-Then");
        if (next && next.split("?")[0] !== location.pathname) return location.assign(next);
        show(true);
      } else if (answer.status === 409) {
        version = Number(answer.headers.get("Muster-Version") ?? version);
        say("Somebody else was faster: this is how it is now. Repeat the change if it still makes sense.");
        show(true);
      } else {
        for (const bar of document.querySelectorAll(".bar-handle")) shift(bar, 0);
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        say(page.getElementById("refused")?.textContent ?? "This does not work.");
      }
    });
    return sending;
  };

  addEventListener("submit", event => {
    const form = event.target;
    if (!form.hasAttribute("data-part")) return;
    event.preventDefault();
    const fields = new FormData(form, event.submitter);
    send(form.getAttribute("action"), fields);
  });

  // Bars of the timeline.
  const handle = event => event.target.closest?.(".bar-handle");
  // A bar is where it was moved to at once; what that brings follows with the plan.
  const shift = (bar, weeks) => { bar.firstElementChild.style.translate = `${weeks * bar.dataset.week}px`; };
  const move = (bar, weeks) => weeks && send("/draft/project", {
    token: document.body.dataset.live, seen: bar.dataset.seen, project: bar.dataset.project, weeks, then: here(),
  });
  addEventListener("keydown", event => {
    const bar = handle(event);
    const weeks = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!bar || !weeks || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    bar.shifted = (bar.firstElementChild.style.translate ? bar.shifted : 0) + weeks;
    shift(bar, bar.shifted);
    move(bar, weeks);
  });
  let drag = null;
  addEventListener("pointerdown", event => {
    const bar = handle(event);
    if (!bar || event.button !== 0) return;
    drag = { bar, from: event.clientX, weeks: 0 };
    bar.setPointerCapture(event.pointerId);
  });
  addEventListener("pointermove", event => {
    if (!drag) return;
    const width = Number(drag.bar.dataset.week);
    drag.weeks = Math.round((event.clientX - drag.from) / width);
    shift(drag.bar, drag.weeks);
    if (drag.weeks) event.preventDefault();
  });
  const drop = event => {
    if (!drag) return;
    const { bar, weeks } = drag;
    drag = null;
    if (event.type === "pointerup") move(bar, weeks); else shift(bar, 0);
  };
  addEventListener("pointerup", drop);
  addEventListener("pointercancel", drop);

  // What others do, files that change, searches that end.
  if (document.body.hasAttribute("data-live")) {
    const events = new EventSource("/events");
    events.addEventListener("desk", event => {
      if (event.data !== byId("have")?.dataset.mark && !showing) show(false);
    });
    events.addEventListener("progress", event => {
      const progress = byId("progress");
      if (progress) progress.textContent = event.data;
    });
    addEventListener("pagehide", () => events.close());
  }
})();
