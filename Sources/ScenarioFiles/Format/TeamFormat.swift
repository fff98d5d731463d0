// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// How many people a line is for.
struct StatedTeam {
    let seats: Int
    let team: DemandLine.Team

    /// So many seats, and at most as many people; or from so many people, who have as many seats, to so many.
    fileprivate init(_ least: Int, through most: Int?) {
        seats = least
        team = most.map { DemandLine.Team(least, through: $0) } ?? DemandLine.Team(1, through: least)
    }
}

extension Form<StatedTeam> {
    static var team: Form<StatedTeam> {
        .word(.team) { text, _ throws(Problem) in
            guard let (before, after) = text.cut(at: "..") else {
                return StatedTeam(try text.whole(in: 1...Limit.seats), through: nil)
            }
            let (least, most) = (try before.whole(in: 1...Limit.seats), try after.whole(in: 1...Limit.seats))
            guard least < most else { throw after.fault(.teamReversed(before.text, after.text)) }
            return StatedTeam(least, through: most)
        }
    }
}

extension Form<[DemandLine.GradeQuota]> {
    static var mix: Form<[DemandLine.GradeQuota]> {
        .map("quotas by grade", .word(.quota)) { grade, node, reading in
            Form<Quota>.quota.read(node, reading).map {
                DemandLine.GradeQuota(grade: Identifier(grade.text), atLeast: $0.atLeast, atMost: $0.atMost)
            }
        }
    }
}

private struct Quota {
    let atLeast: Int
    let atMost: Share
}

extension Form<Quota> {
    /// `at least 1`, `at most 40%`, or both.
    fileprivate static var quota: Form<Quota> {
        .word(.quota) { text, _ throws(Problem) in
            let wrong = text.fault(.notASentence(text.text, of: Word.quota.name, example: Word.quota.example))
            let (first, second) = text.cut(at: " and ") ?? (text, nil)
            guard let number = first.without(prefix: "at least ")?.trimmed else {
                guard second == nil, let most = first.without(prefix: "at most ")?.trimmed else { throw wrong }
                return Quota(atLeast: 0, atMost: try most.share(most: 100))
            }
            let least = try number.whole(in: 1...Limit.seats)
            guard let second else { return Quota(atLeast: least, atMost: .whole) }
            guard let most = second.without(prefix: "at most ")?.trimmed else { throw wrong }
            let share = try most.share(most: 100)
            guard share > .zero else { throw most.fault(.outOfRange(most.text, least: "0.0001%", most: "100%")) }
            return Quota(atLeast: least, atMost: share)
        }
    }
}

extension Reading {
    /// A team is of one seat where work may be done at any time; a range and a mix belong to steady work; and the people
    /// whom a mix asks for have room in the team.
    func checkTeam(
        _ team: StatedTeam?, _ mix: [DemandLine.GradeQuota], _ spread: DemandLine.Spread, _ row: Row
    ) {
        let isRange = team.map { $0.team.least > 1 || $0.team.most > $0.seats } ?? false
        if let team, spread != .steady, let entry = row.entry(NeedFormat.team) {
            if isRange {
                report(entry.key.fault(.onlySteady("a range of `team`", key: "team", spread: spread.rawValue)))
            } else if spread == .anytime, team.seats > 1 {
                report(entry.key.fault(.teamAtAnyTime))
            }
        }
        guard !mix.isEmpty, let entry = row.entry(NeedFormat.mix) else { return }
        let asked = mix.reduce(0) { $0 + $1.atLeast }
        if spread != .steady {
            report(entry.key.fault(.onlySteady("`mix`", key: "mix", spread: spread.rawValue)))
        } else if let most = team?.team.most, asked > most {
            report(entry.key.fault(.mixBeyondTeam(asked: asked, most: most)))
        }
    }
}
