// SPDX-License-Identifier: GPL-3.0-or-later

/// The skills of the firms that are made up, the most common first, each with the piece of work that asks for it.
enum Trades {
    static let skills: [(skill: String, work: String)] = [
        ("java", "backend"), ("sql", "reports"), ("cloud", "platform"), ("testing", "tests"), ("python", "pipelines"),
        ("react", "frontend"), ("analysis", "requirements"), ("devops", "delivery"), ("project-lead", "lead"),
        ("ux", "screens"), ("security", "hardening"), ("data", "warehouse"), ("architecture", "blueprint"),
        ("kotlin", "android"), ("swift", "ios"), ("sap", "ledger"), ("networks", "network"), ("research", "interviews"),
        ("machine-learning", "models"), ("salesforce", "sales-desk"), ("compliance", "evidence"),
        ("embedded", "firmware"), ("statistics", "forecasts"), ("gis", "maps"), ("mainframe", "host"),
    ]

    /// Zipf's law: the second skill is half as common as the first, the third a third.
    static let weights = skills.indices.map { 2520 / ($0 + 1) }

    struct Grade {
        let role: String
        /// How many of a hundred people.
        let frequency: Int
        let skillCount: ClosedRange<Int>
        let levels: ClosedRange<Int>
        /// Cost of an hour, lowest and highest.
        let cost: ClosedRange<Int>
        /// What an hour is sold for.
        let rate: Int
    }

    static let grades: [Grade] = [
        Grade(role: "junior", frequency: 22, skillCount: 2...3, levels: 1...3, cost: 24...34, rate: 78),
        Grade(role: "consultant", frequency: 42, skillCount: 2...4, levels: 2...4, cost: 36...50, rate: 104),
        Grade(role: "senior", frequency: 26, skillCount: 3...5, levels: 3...5, cost: 52...68, rate: 132),
        Grade(role: "principal", frequency: 10, skillCount: 3...5, levels: 4...5, cost: 72...90, rate: 168),
    ]
}
