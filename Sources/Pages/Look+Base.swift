// SPDX-License-Identifier: GPL-3.0-or-later

extension Look {
    /// Colours by meaning, in the light and in the dark. Each text has a contrast of 4.5 and more to what it stands on.
    static let tokens: StaticString = """
        :root { color-scheme: light dark;
          --paper: #fff; --panel: #f5f7f9; --ink: #1a1f24; --soft: #56616c; --rule: #dde2e7; --edge: #8a949e;
          --accent: #17579c; --focus: #17579c; --bad: #a8350a; --good: #04663f; --warn: #7a5200;
          --u1: #e9f1f9; --u2: #cde0f2; --u3: #9fc5e8; --u4: #6aa5d9; --u5: #2a6aa9; --u5-ink: #fff;
          --over: #c2410c; --over-2: #8f2d05; --over-ink: #fff; --stripe: #ffffffb3; --off: #eceff2;
          --sure: #3f7fbf; --maybe: #a9cbea; --most: #6b7680; --room: #1a1f24; --gain: #2b8a66; --loss: #d0612a;
          --second: #8a6bb0; --shade: #0000001f }
        @media (prefers-color-scheme: dark) { :root {
          --paper: #14181c; --panel: #1c2126; --ink: #e7eaed; --soft: #a3adb7; --rule: #2f363d; --edge: #6e7984;
          --accent: #8cc0f5; --focus: #8cc0f5; --bad: #ff9c6b; --good: #62d1a3; --warn: #f0c060;
          --u1: #1a2a3a; --u2: #1d3c5b; --u3: #21527f; --u4: #2b6cab; --u5: #6eb1f0; --u5-ink: #0c1116;
          --over: #f08449; --over-2: #ffb184; --over-ink: #14181c; --stripe: #14181c99; --off: #22282e;
          --sure: #4f93d6; --maybe: #2f5680; --most: #98a3ad; --room: #e7eaed; --gain: #43b389; --loss: #ee8350;
          --second: #a78bd0; --shade: #00000080 } }
        """

    static let base: StaticString = """
        *, *::before, *::after { box-sizing: border-box }
        html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem }
        body { margin: 0; background: var(--paper); color: var(--ink);
          font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif }
        header.page, main, footer.page { max-width: 84rem; margin: 0 auto; padding: 0 1.5rem }
        header.page { padding-top: 2rem } main { outline: none }
        footer.page { padding-top: 1rem; padding-bottom: 2rem; color: var(--soft); font-size: .85em }
        h1 { font-size: 1.7rem; line-height: 1.2; font-weight: 650; margin: 0; letter-spacing: -.01em }
        h2 { font-size: 1.2rem; line-height: 1.3; font-weight: 650; margin: 0 0 .5rem }
        h3 { font-size: 1rem; line-height: 1.3; font-weight: 650; margin: 0 0 .25rem }
        p { margin: 0 0 .75rem; max-width: 46rem } small { font-size: .85em; font-weight: 400; color: var(--soft) }
        section { margin: 2.75rem 0 }
        .title { display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: baseline; justify-content: space-between }
        .title p { margin: 0; font-variant-numeric: tabular-nums }
        .quiet, .note { color: var(--soft) } .note { font-size: .9em } .bad { color: var(--bad) }
        .good { color: var(--good) } .warn { color: var(--warn) } .bad, .warn { font-weight: 600 }
        a { color: var(--accent); text-underline-offset: .15em }
        :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 2px }
        .skip { position: absolute; left: -99rem; top: .5rem; padding: .5rem 1rem; background: var(--paper); z-index: 9 }
        .skip:focus { left: .5rem } .patterns { position: absolute }
        nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin: 1.25rem 0 0; padding: .6rem 0;
          border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule) }
        nav a { text-decoration: none } nav a:hover { text-decoration: underline }
        .lead { font-size: 1.05rem; margin: .35rem 0 0 }
        dl.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.2rem, 1fr)); gap: .75rem 1.25rem;
          margin: 1.25rem 0 0 }
        dl.tiles dt { color: var(--soft); font-size: .85em } dl.tiles dd { margin: 0; font-size: 1.25rem; font-weight: 600;
          font-variant-numeric: tabular-nums; white-space: nowrap }
        dl.tiles dd small { font-size: .8rem }
        details { margin: .75rem 0 } summary { cursor: pointer; color: var(--accent); width: fit-content }
        .scroll { overflow-x: auto; max-width: 100% }
        .bar { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; margin: 0 0 .6rem }
        fieldset { border: 0; margin: 0; padding: 0 }
        .switch { display: flex; gap: .9rem } .switch legend { float: left; padding: 0; margin-right: .9rem; color: var(--soft) }
        .switch label { display: inline-flex; gap: .35rem; align-items: center; cursor: pointer }
        .switch input { accent-color: var(--accent); margin: 0 }
        .legend { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem .9rem; margin: 0 0 .5rem; padding: 0;
          font-size: .85em; color: var(--soft) }
        .bar .legend { margin: 0 } .legend li { display: inline-flex; gap: .35rem; align-items: center }
        """

    /// A4, upright unless what is wide asks for more; folded parts stay folded, and nothing is fixed to the screen.
    static let paper: StaticString = """
        @media (max-width: 40rem) { header.page, main, footer.page { padding-left: .9rem; padding-right: .9rem }
          h1 { font-size: 1.4rem } section { margin: 2rem 0 } dl.tiles { gap: .6rem .9rem } }
        @page { size: A4 landscape; margin: 12mm }
        @media print {
          :root { color-scheme: light; --paper: #fff; --panel: #f5f7f9; --ink: #000; --soft: #444; --rule: #ccc }
          body { font-size: 9pt } header.page, main, footer.page { max-width: none; padding-left: 0; padding-right: 0 }
          header.page { padding-top: 0 } nav, .skip, .switch, .card, .tip { display: none }
          .scroll { overflow: visible } section { margin: 8mm 0 } h2, h3, caption { break-after: avoid }
          tr, .small-multiple, .alert, .tl-row, figure { break-inside: avoid } tfoot { display: table-row-group }
          .note, .legend, .lead, summary { break-after: avoid } thead { display: table-header-group }
          table.heat { font-size: 6.5pt } table.heat th button { font-size: 7pt }
          * { -webkit-print-color-adjust: exact; print-color-adjust: exact } }
        """
}
