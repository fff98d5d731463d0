// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Matching
import Reports
import Staffing
import Verification

extension PlanPage {
    /// How good the plan is, in plain words, and what that rests on.
    var certificate: Page.Section {
        Page.Section("certificate", "How good this plan is") {
            HTML("p", text: report.verdict() + ".")
            for sentence in proof { HTML("p", text: sentence) }
            for note in report.notes() { HTML("p", text: note) }
            HTML("p", .class("note")) {
                "Made from the files with the digest "
                HTML("code", text: String(plan.digest.prefix(12)))
                ". "
                HTML("code", text: "muster verify")
                " checks the plan file against them anywhere, without a solver."
            }
        }
    }

    private var proof: [String] {
        let certificate = plan.certificate
        func money(_ money: Money) -> String { "\(Numbers.money(money, in: firm.currency)) \(firm.currency.code)" }
        var sentences = [
            "At the prices of the firm's policy what this plan decides is worth \(money(certificate.objective)). No plan "
                + "of this model can be worth more than \(money(certificate.bound)); the prices in the plan file prove "
                + "it, and anyone can add them up."
        ]
        if let searched = certificate.searched, searched < certificate.bound {
            sentences.append(
                "Of the plans that people can be booked on none is worth more than \(money(searched)): a search that "
                    + "left none of them out says so.")
        }
        sentences.append(
            "Every booking, sum and limit was checked by arithmetic after the plan was made, without the solver. What the "
                + "check cannot know is whether the files describe the firm as it is.")
        return sentences
    }
}
