// SPDX-License-Identifier: GPL-3.0-or-later

extension Look {
    static let tables: StaticString = """
        table { border-collapse: collapse; font-variant-numeric: tabular-nums }
        caption { text-align: left; font-weight: 600; padding: 0 0 .3rem }
        .heat caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
        th { font-weight: 400; text-align: left } thead th { color: var(--soft); font-size: .85em; vertical-align: bottom }
        table.plain { width: 100% } .plain th, .plain td, .card th, .card td { padding: .3rem 1rem .3rem 0; vertical-align: top }
        .plain th:last-child, .plain td:last-child { padding-right: 0 }
        .plain thead th, .card thead th { border-bottom: 1px solid var(--edge) }
        .plain tbody tr + tr :is(td, th), .card tbody tr + tr :is(td, th) { border-top: 1px solid var(--rule) }
        .plain tfoot :is(td, th) { border-top: 1px solid var(--edge); font-weight: 600 }
        :is(th, td).n { text-align: right } td.n { white-space: nowrap } th.sub { padding-left: 1.1rem; color: var(--soft) } td.w { white-space: nowrap }
        .plain.narrow { width: auto }
        tr.head th { padding-top: 1rem; font-weight: 600 }
        """

    /// Cells are as dark as they are full; proposals are striped from above; more than there is is hatched, framed, bold
    /// and has a mark.
    static let heat: StaticString = """
        table.heat { font-size: 12px; line-height: 1; border-collapse: separate; border-spacing: 1px }
        .heat td { min-width: 2.15rem; height: 1.55rem; padding: 0 .15rem; text-align: center; border-radius: 2px }
        .heat thead th { text-align: center; padding: .2rem 0; font-size: 11px }
        .heat thead tr:first-child th { text-align: left; border-left: 1px solid var(--rule); padding-left: .3rem }
        .heat th:first-child, .heat thead td:first-child { position: sticky; left: 0; z-index: 2; background: var(--paper);
          text-align: left; padding: 0 .75rem 0 0; white-space: nowrap; max-width: 13rem; overflow: hidden;
          text-overflow: ellipsis; font-size: 13px }
        .heat th button { font: inherit; color: inherit; background: none; border: 0; padding: .2rem 0; margin: 0;
          cursor: pointer; text-align: left; max-width: 100%; overflow: hidden; text-overflow: ellipsis }
        .heat th button:hover { color: var(--accent); text-decoration: underline; text-underline-offset: .15em }
        .heat .sum :is(th, td) { font-weight: 600 } .heat .sum th { padding-top: .5rem; padding-bottom: .25rem }
        .heat .sum td { vertical-align: bottom; padding-bottom: .3rem; height: 2rem; background: none !important;
          color: var(--ink) !important; border-radius: 0; box-shadow: none !important;
          border-bottom: 1px solid var(--edge) } .heat .sum td.over { color: var(--bad) !important }
        .heat td b, .heat td i { font-weight: inherit; font-style: normal }
        .heat td i, section:has(#unit-free:checked) .heat td b { display: none }
        section:has(#unit-free:checked) .heat td i { display: inline }
        .heat td:focus { outline: 2px solid var(--focus); outline-offset: 0 } .heat td:hover { box-shadow: 0 0 0 1px var(--ink) }
        .u0 { background: var(--panel); color: var(--soft) } .u1 { background-color: var(--u1) }
        .u2 { background-color: var(--u2) } .u3 { background-color: var(--u3) } .u4 { background-color: var(--u4) }
        .u5 { background-color: var(--u5); color: var(--u5-ink) } .off { color: var(--soft) }
        .s1, .s2, .s3, .s4 { background-repeat: no-repeat; background-position: 0 0;
          background-image: repeating-linear-gradient(135deg, var(--stripe) 0 2px, transparent 2px 5px) }
        .s1 { background-size: 100% 25% } .s2 { background-size: 100% 50% } .s3 { background-size: 100% 75% }
        .s4 { background-size: 100% 100% }
        .over { color: var(--over-ink); font-weight: 700; box-shadow: inset 0 0 0 2px var(--over-2);
          background: repeating-linear-gradient(45deg, var(--over) 0 4px, var(--over-2) 4px 5px) }
        .key { display: inline-grid; place-items: center; width: 2rem; height: 1.1rem; border-radius: 2px; font-size: 11px }
        .card { width: min(34rem, 94vw); max-height: 85vh; border: 1px solid var(--edge); border-radius: 8px; padding: 1.1rem 1.3rem;
          background: var(--paper); color: var(--ink); box-shadow: 0 10px 40px var(--shade) }
        .card::backdrop { background: var(--shade) } .card p { margin-bottom: .5rem } .card table { width: 100%; font-size: .9em }
        .card :is(th, td):nth-child(n + 3) { text-align: right; white-space: nowrap }
        .tip { position: fixed; z-index: 8; max-width: 20rem; padding: .45rem .65rem; border-radius: 6px; white-space: pre-line;
          pointer-events: none; font-size: 12.5px; line-height: 1.4; background: var(--ink); color: var(--paper) }
        """

    static let drawings: StaticString = """
        .chart { display: block; max-width: 100%; height: auto; overflow: visible } .chart.fixed { max-width: none }
        .chart text { font: 11px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; fill: var(--ink);
          font-variant-numeric: tabular-nums }
        .chart .t-quiet { fill: var(--soft) } .chart .t-strong { font-weight: 650 }
        .chart .t-bad { fill: var(--bad); font-weight: 650 } .chart .t-good { fill: var(--good); font-weight: 650 }
        .f-sure { fill: var(--sure) } .f-maybe { fill: url(#stripes) } .f-room { fill: var(--panel) }
        .f-most { fill: none; stroke: var(--most); stroke-dasharray: 2 2 } .f-over { fill: url(#hatch) }
        .f-gain { fill: var(--gain) } .f-loss { fill: var(--loss) } .f-quiet { fill: var(--edge) }
        .f-ghost { fill: none; stroke: var(--edge); stroke-dasharray: 4 3 } .f-second { fill: var(--second) } .f-mile { fill: var(--ink) }
        .stripes-ground { fill: var(--maybe) } .stripes-line { fill: var(--sure) }
        .hatch-ground { fill: var(--paper) } .hatch-line { fill: var(--over) }
        .l-axis { stroke: var(--edge) } .l-grid { stroke: var(--rule); fill: none }
        .l-room { stroke: var(--room); stroke-width: 1.75; fill: none } .l-curve { stroke: var(--sure); stroke-width: 2; fill: none }
        .l-link { stroke: var(--soft); fill: none } .l-due { stroke: var(--bad); stroke-width: 1.5 }
        .l-ghost { stroke: var(--edge); stroke-dasharray: 4 3; fill: none }
        figure { margin: 0 0 1rem } figcaption { font-weight: 600; margin-bottom: .2rem }
        .multiples { display: grid; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); gap: 1.25rem 2rem }
        """

    static let figures: StaticString = """
        .timeline { border-top: 1px solid var(--rule) } .tl-project { border-bottom: 1px solid var(--rule); width: max-content }
        .tl-row { display: flex; width: max-content } .tl-labels { position: sticky; left: 0; z-index: 1; width: 15rem;
          flex: none; background: var(--paper); padding-right: .75rem }
        .tl-labels div { display: flex; justify-content: space-between; gap: .5rem; align-items: center; overflow: hidden;
          white-space: nowrap } .tl-labels span { overflow: hidden; text-overflow: ellipsis }
        .tl-axis { height: 32px } .tl-labels .tl-name { height: 48px; flex-direction: column; align-items: flex-start; gap: 0;
          justify-content: center; line-height: 1.25 } .tl-name span { font-weight: 600; max-width: 100% }
        .tl-name small { overflow: hidden; text-overflow: ellipsis; max-width: 100% }
        .tl-phase { height: 24px; padding-left: .75rem; font-size: .9em; color: var(--soft) } .tl-member { height: 20px; font-size: .85em;
          padding-left: .75rem; color: var(--soft) }
        .timeline details { margin: 0 0 .5rem } .timeline summary { position: sticky; left: 0; font-size: .85em;
          padding: .1rem 0 .1rem .75rem }
        dl.cases { display: grid; gap: .15rem 0; margin: .5rem 0 0 } dl.cases div { display: flex; gap: .75rem }
        dl.cases dt { min-width: 9rem; color: var(--soft) } dl.cases dd { margin: 0 }
        article { margin: 0 0 2rem } article .scroll { margin: .75rem 0 }
        ul.alerts { list-style: none; margin: 0 0 1rem; padding: 0; max-width: 60rem }
        .alert { padding: .6rem 0 .6rem .9rem; border-left: 3px solid var(--edge); margin: 0 0 .35rem } .alert p { margin: 0 }
        .alert.error { border-color: var(--over); border-left-width: 6px; padding-left: .75rem }
        .alert.warning { border-color: var(--warn) } .alert .way { color: var(--soft) }
        .tag { float: right; margin-left: 1rem; font-size: .8em; color: var(--soft) }
        .alert.error .tag { color: var(--bad); font-weight: 600 } .alert.warning .tag { color: var(--warn) }
        code { font: .92em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace }
        .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); gap: 1.5rem 2.5rem }
        @media (max-width: 40rem) { .tl-labels { width: 8.5rem } .columns { grid-template-columns: 1fr } }
        """

    static let script0: StaticString = """
        (() => {
          const heat = document.querySelector("table.heat");
          if (!heat) return;
          const tip = document.createElement("div");
          tip.className = "tip"; tip.setAttribute("role", "status"); tip.hidden = true;
          document.body.append(tip);
          const hide = () => { tip.hidden = true; };
          const show = cell => {
            if (cell.title) { cell.dataset.tip = cell.title; cell.removeAttribute("title"); }
            const row = cell.parentNode, week = heat.tHead.rows[1].cells[cell.cellIndex].textContent;
            tip.textContent = row.cells[0].textContent + ", " + week + (cell.dataset.tip ? "\\n" + cell.dataset.tip : "");
            tip.hidden = false;
            const box = cell.getBoundingClientRect(), below = box.bottom + 6;
            const isLow = below + tip.offsetHeight > innerHeight;
            tip.style.left = Math.max(8, Math.min(box.left, innerWidth - tip.offsetWidth - 8)) + "px";
            tip.style.top = (isLow ? box.top - tip.offsetHeight - 6 : below) + "px";
          };
          const of = event => event.target.closest ? event.target.closest(".heat tbody td, .heat tfoot td") : null;
          let current = heat.querySelector("tbody td");
          if (current) current.tabIndex = 0;
          heat.addEventListener("mouseover", event => { const cell = of(event); cell ? show(cell) : hide(); });
          heat.addEventListener("mouseleave", hide);
          heat.addEventListener("focusout", hide);
          heat.addEventListener("focusin", event => { const cell = of(event); if (cell) show(cell); });
          addEventListener("scroll", hide, { capture: true, passive: true });
          heat.addEventListener("keydown", event => {
            const cell = of(event);
            if (!cell) return;
            if (event.key === "Escape") return hide();
            const rows = [...heat.querySelectorAll("tbody tr, tfoot tr")], row = rows.indexOf(cell.parentNode);
            const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
            const last = cell.parentNode.cells.length - 1;
            const column = event.key === "Home" ? 1 : event.key === "End" ? last : cell.cellIndex + (step ? step[1] : 0);
            if (!step) if (event.key !== "Home") if (event.key !== "End") return;
            const next = rows[row + (step ? step[0] : 0)]?.cells[column];
            event.preventDefault();
            if (!next || next.tagName !== "TD") return;
            cell.tabIndex = -1; next.tabIndex = 0; next.focus();
          });
        })();
        """
}
