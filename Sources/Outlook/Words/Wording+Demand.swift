// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// What is said of demand, teams and dates.
extension Wording {
    func bottleneck(_ bottleneck: Alert.Bottleneck, _ when: String) -> Alert.Words {
        let team = bottleneck.people.map(name) + bottleneck.pools.map(name)
        let skills = list(bottleneck.skills)
        let what = skills.isEmpty ? "" : " of \(skills)"
        let condition = bottleneck.needsProposed ? ", if all of it is won" : ""
        let who = "\(list(team)) \(team.count == 1 ? "has" : "have") \(hours(bottleneck.open))"
        let others =
            bottleneck.full.isEmpty
            ? "" : ", \(names(bottleneck.full)) being full of what only they can do"
        return .init(
            "\(list(bottleneck.lines)) \(ask(bottleneck.lines)) for \(hours(bottleneck.asked))\(what) in"
                + " \(when)\(condition), and \(who)\(others)",
            "move \(hours(bottleneck.short)) to other weeks, or find "
                + (skills.isEmpty ? "more people" : "somebody with \(skills)"))
    }

    func unfilled(
        _ line: LineID, _ short: Hours, _ reason: Unfilled.Reason, _ nearest: Identifier<Person>?, _ when: String
    ) -> Alert.Words {
        let advice = wayOut(reason)
        return .init(
            "\(line) is short of \(hours(short)) in \(when), since \(cause(reason))",
            nearest.map { "\(advice); \(name($0)) comes nearest" } ?? advice)
    }

    private func cause(_ reason: Unfilled.Reason) -> String {
        switch reason {
        case .skill(let skill): "nobody has \(skill)"
        case .level(let skill, let needs, let best): "nobody has \(skill) at level \(needs), the best is \(best)"
        case .combination: "nobody has all its skills together"
        case .role(let role): "nobody with the skills is \(role)"
        case .office(let office): "nobody with the skills is in \(office)"
        case .site(let site): "nobody with the skills travels to \(site)"
        case .excluded: "whoever could do it is excluded"
        case .away: "whoever could do it is not there"
        case .time: "whoever could do it has no time"
        case .frozen: "the weeks are frozen and nobody was booked for it"
        case .team: "whoever has time holds a seat of it already"
        case .price: "it would cost more than it is worth"
        case .rule(.mix): "its mix of grades keeps whoever has time from it"
        case .rule(.company): "whoever has time needs somebody beside them who is not there"
        case .rule(.smallest): "whoever has time has too little for a booking, or too little is left"
        case .rule(.atOnce): "whoever has time is on as many lines as may be at once"
        case .rule(.sites): "whoever has time is at as many sites as may be in a week"
        }
    }

    private func wayOut(_ reason: Unfilled.Reason) -> String {
        switch reason {
        case .skill(let skill): "hire for \(skill), train or subcontract"
        case .level(let skill, _, let best): "train somebody, or ask for \(skill) at level \(best)"
        case .combination: "split the line, or train somebody"
        case .role: "ask for another role"
        case .office: "ask for another office"
        case .site: "let somebody travel, or work from another office"
        case .excluded: "lift an exclusion"
        case .away: "move the work or the leave"
        case .time: "move the work, allow overtime or subcontract"
        case .frozen: "plan with a later freeze, or book somebody by hand"
        case .team: "find one more person for the team, or let it have fewer seats"
        case .price: "raise its rate or its priority"
        case .rule(.mix): "find people of the other grades, or let the mix be wider"
        case .rule(.company): "find a mentor or partner for the project"
        case .rule(.smallest): "allow smaller bookings, or leave the rest to subcontractors"
        case .rule(.atOnce): "let people be on more lines at once"
        case .rule(.sites): "let people be at more sites in a week"
        }
    }

    func onlyHolder(_ person: Identifier<Person>, _ skill: SkillLevel, _ lines: [LineID]) -> Alert.Words {
        .init(
            "\(name(person)) alone has \(skill.skill) at level \(skill.level), which \(list(lines)) \(ask(lines)) for",
            "train a second person")
    }

    func lateMilestone(_ project: Identifier<Project>, _ milestone: Milestone, _ end: Day) -> Alert.Words {
        .init(
            "\(milestone.name) of \(name(project)) is due on \(milestone.due), and its phase ends on \(end)",
            "shorten the work by \(days(end - milestone.due)), begin it earlier, or agree on \(end)")
    }

    func lateProject(_ project: Identifier<Project>, _ deadline: Day, _ end: Day) -> Alert.Words {
        .init(
            "\(name(project)) is due on \(deadline) and ends on \(end)",
            "shorten the work by \(days(end - deadline)), begin it earlier, or agree on \(end)")
    }

    func milestoneAtRisk(
        _ project: Identifier<Project>, _ milestone: Milestone, _ lines: [LineID], _ short: Hours
    ) -> Alert.Words {
        .init(
            "\(milestone.name) of \(name(project)), due on \(milestone.due), waits for \(hours(short)) that nobody does"
                + " on \(list(lines))",
            "staff them first, or agree on a later date")
    }

    private func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
}
