// SPDX-License-Identifier: GPL-3.0-or-later

import Charts

/// How pages look and what little they do by themselves. A page carries both; a site that serves parts of pages under
/// a content security policy serves them as files of their own.
public enum Look {
    /// The whole style sheet.
    public static var sheet: String { sheets.map { "\($0)" }.joined(separator: "\n") + "\n" }

    /// The whole script. Pages can be read and used without it; with it arrow keys walk through the heat map, and what a
    /// cell holds is shown beside it.
    public static var behaviour: String { "\(script0)\n" }

    static var style: HTML { HTML.style(tokens, base, tables, heat, drawings, figures, paper) }
    static var script: HTML { HTML.script(script0) }

    private static var sheets: [StaticString] { [tokens, base, tables, heat, drawings, figures, paper] }
}
