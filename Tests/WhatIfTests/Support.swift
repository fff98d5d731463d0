// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import SmallFirms
import Staffing
import Verification
import WhatIf

/// A comparison of firms as tests write them down; the first is the base.
func compared(_ base: String, _ others: String..., basis: Figures.Basis = .weighted) throws -> Comparison {
    try compare(
        Contender("base", try firm(base)),
        with: try others.enumerated().map { Contender("what-if \($0.offset + 1)", try firm($0.element)) }, basis)
}

/// Ana and Ben for two weeks of 60 hours at 100 an hour. Ana costs 50 and is full; Ben costs 60 and does the other 20 hours
/// of each week.
let twoForApollo = """
    people:
      ana: { skills: { swift: 3 }, cost: 50/h }
      ben: { skills: { swift: 3 }, cost: 60/h }
    projects:
      apollo:
        needs:
          app: { skills: { swift: 3 }, hours: 60h/week, rate: 100/h, spread: weekly }
    """

/// The same without Ben.
let anaAlone = twoForApollo.replacing("  ben: { skills: { swift: 3 }, cost: 60/h }\n", with: "")
