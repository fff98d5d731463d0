// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// What a draw decides: which proposals are won.
struct Fate: Hashable {
    /// By position in `Firm.projects`; nil for a project that is not drawn.
    let isWon: [Bool?]

    /// Nothing is decided.
    static let open = Fate(isWon: [])

    private init(isWon: [Bool?]) {
        self.isWon = isWon
    }

    init(of firm: Firm, by luck: Luck) {
        isWon = firm.projects.map { project in
            guard case .proposed(let chance) = project.stage else { return nil }
            var numbers = luck.numbers(for: "project \(project.id)")
            return numbers.below(Share.whole.millionths) < chance.millionths
        }
    }

    /// The firm in which all of that has come about.
    func applied(to firm: Firm) -> Firm {
        var decided = firm
        for (project, isWon) in isWon.enumerated() {
            guard let isWon else { continue }
            decided.projects[project].stage = isWon ? .won : .lost
        }
        return decided
    }

    /// The proposals that are won, in the order of the files.
    func wins(in firm: Firm) -> [Identifier<Project>] {
        zip(firm.projects, isWon).compactMap { project, isWon in isWon == true ? project.id : nil }
    }
}
