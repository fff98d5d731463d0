// SPDX-License-Identifier: GPL-3.0-or-later

import Staffing

/// What is said of people and money in a plan.
extension Wording {
    func sustainedLoad(
        _ person: Identifier<Person>, _ ratio: Alert.Ratio, _ weeks: ClosedRange<Week>
    ) -> Alert.Words {
        .init(
            "\(name(person)) is full to \(percent(ratio.value)) for \(weeks.count) weeks in a row,"
                + " \(self.weeks(weeks))",
            "leave a lighter week in between, or share the work")
    }

    func contractEnds(
        _ person: Identifier<Person>, _ end: Day, _ lines: [LineID], _ after: Hours
    ) -> Alert.Words {
        .init(
            "\(name(person))'s contract ends on \(end), and \(list(lines)) \(ask(lines)) for \(hours(after))"
                + " after it",
            "extend the contract, or plan the hand-over")
    }

    func underTarget(
        _ person: Identifier<Person>, _ ratio: Alert.Ratio, _ target: Share, _ missing: Hours
    ) -> Alert.Words {
        .init(
            "\(name(person)) is billable for \(percent(ratio.value)), with a target of \(percent(target))",
            "find \(hours(missing)) of billable work")
    }

    func overTarget(
        _ person: Identifier<Person>, _ ratio: Alert.Ratio, _ target: Share, _ beyond: Hours
    ) -> Alert.Words {
        .init(
            "\(name(person)) is billable for \(percent(ratio.value)), with a target of \(percent(target))",
            "share \(hours(beyond)) with others")
    }

    func overBudget(_ project: Identifier<Project>, _ revenue: Money, _ budget: Money) -> Alert.Words {
        .init(
            "\(name(project)) is planned to bill \(money(revenue)), with a budget of \(money(budget))",
            "agree on \(money(revenue - budget)) more, or cut the work")
    }

    func thinMargin(
        _ project: Identifier<Project>, _ revenue: Money, _ margin: Money, _ limit: Share
    ) -> Alert.Words {
        let ratio = Double(margin.minorUnits) / Double(revenue.minorUnits)
        return .init(
            "\(name(project)) earns \(money(margin)) on \(money(revenue)), a margin of \(percent(ratio)) where"
                + " \(percent(limit)) is asked for",
            "staff it with people who cost less, or raise its rates")
    }

    func loss(_ project: Identifier<Project>, _ revenue: Money, _ margin: Money) -> Alert.Words {
        .init(
            "\(name(project)) loses \(money(-margin)), billing \(money(revenue)) and costing \(money(revenue - margin))",
            "staff it with people who cost less, or raise its rates")
    }
}
