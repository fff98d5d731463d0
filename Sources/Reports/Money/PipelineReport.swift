// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
public import Staffing
public import Verification

/// The open deals, and what they add up to by month and by stage.
public struct PipelineReport: Sendable {
    private let pipeline: Pipeline
    /// Deals that are decided, where they are shown, too.
    private let decided: [Opportunity]
    private let home: Currency

    public init(of pipeline: Pipeline, and decided: [Opportunity] = [], in home: Currency) {
        self.pipeline = pipeline
        self.decided = decided
        self.home = home
    }

    public func text(_ style: Style) -> String {
        let total = pipeline.total
        guard !pipeline.deals.isEmpty || !decided.isEmpty else {
            return style.joined([["No deals are open. `muster deal add` enters one."]])
        }
        let verdict =
            "\(pipeline.deals.count == 1 ? "1 open deal" : "\(pipeline.deals.count) open deals"), worth "
            + "\(money(total.value)) \(home.code) if all are won; \(money(total.weighted)) are to be expected."
        var blocks = [style.paragraphs([verdict]), deals(style)]
        if !pipeline.unknown.isEmpty { blocks.append(style.paragraphs([unknown])) }
        if !pipeline.deals.isEmpty { blocks += [months(style), stages(style)] }
        if !decided.isEmpty { blocks.append(decided(style)) }
        return style.joined(blocks)
    }

    /// A deal in one line, for whoever has just changed it.
    public static func sentence(of deal: Opportunity) -> String {
        let chance = deal.stage.isOpen ? ", \(Numbers.percent(deal.chance))" : ""
        let value = Numbers.exact(deal.value, in: deal.currency)
        return "\(deal.id): \(deal.name), \(deal.stage.rawValue)\(chance), \(value) \(deal.currency.code)".printable
            + "\n"
    }

    private func money(_ amount: Money) -> String { Numbers.money(amount, in: home) }

    private var unknown: String {
        let codes = pipeline.unknown.map(\.code).joined(separator: ", ")
        return "No exchange rate is known for \(codes): such deals are in no sum. `muster exchange` enters one."
    }

    private func deals(_ style: Style) -> [String] {
        var table = TextTable([
            .text("deal", .cut(floor: 8)), .text("what", .cut(floor: 12)), .text("stage"), .number("chance"),
            .number("value"), .text(""), .number("expected, \(home.code)"), .text("closes"),
        ])
        for deal in pipeline.deals {
            let one = deal.opportunity
            table.add([
                .init(one.id.text), .init(one.name), .init(one.stage.rawValue), .init(Numbers.percent(one.chance)),
                .init(Numbers.money(one.value, in: one.currency)), .init(one.currency.code),
                .init(deal.weighted.map(money) ?? "--"), .init(one.closes.map { "\($0)" } ?? "--"),
            ])
        }
        return table.lines(style)
    }

    private func months(_ style: Style) -> [String] {
        sums(style, "month", pipeline.byMonth.map { ($0.month.map { "\($0)" } ?? "no date", $0.sum) })
    }

    private func stages(_ style: Style) -> [String] {
        sums(style, "stage", pipeline.byStage.map { ($0.stage.rawValue, $0.sum) })
    }

    private func sums(_ style: Style, _ title: String, _ rows: [(String, Pipeline.Sum)]) -> [String] {
        var table = TextTable([
            .text("by \(title)"), .number("deals"), .number("value, \(home.code)"),
            .number("expected, \(home.code)"),
        ])
        for (name, sum) in rows + [("all", pipeline.total)] {
            table.add([
                .init(name), .init("\(sum.count)"), .init(money(sum.value)), .init(money(sum.weighted)),
            ])
        }
        return table.lines(style)
    }

    private func decided(_ style: Style) -> [String] {
        var table = TextTable([
            .text("deal", .cut(floor: 8)), .text("what", .cut(floor: 12)), .text("decided"), .number("value"),
            .text(""), .text("project", .cut(floor: 8)),
        ])
        for one in decided {
            table.add([
                .init(one.id.text), .init(one.name), .init(one.stage.rawValue, one.stage == .won ? .good : .bad),
                .init(Numbers.money(one.value, in: one.currency)), .init(one.currency.code),
                .init(one.project?.text ?? ""),
            ])
        }
        return table.lines(style)
    }
}

extension PipelineReport {
    /// A row for each deal, open ones first.
    public func csv() -> String {
        let rows =
            pipeline.deals.map { row($0.opportunity, $0.value, $0.weighted) }
            + decided.map { row($0, nil, nil) }
        return CSV.text(
            [
                [
                    "id", "name", "client", "stage", "probability", "value", "currency", "value \(home.code)",
                    "expected \(home.code)", "closes", "owner", "project",
                ]
            ] + rows)
    }

    private func row(_ deal: Opportunity, _ value: Money?, _ weighted: Money?) -> [String] {
        [
            deal.id.text, deal.name, deal.client, deal.stage.rawValue, String(Numbers.percent(deal.chance).dropLast(2)),
            deal.value.decimal(in: deal.currency), deal.currency.code, value?.decimal(in: home) ?? "",
            weighted?.decimal(in: home) ?? "", deal.closes.map { "\($0)" } ?? "", deal.owner, deal.project?.text ?? "",
        ]
    }

    public func json() -> JSON {
        .object([
            "currency": .string(home.code), "total": json(pipeline.total),
            "months": .array(
                pipeline.byMonth.map { month in
                    .object([
                        "month": month.month.map { .string("\($0)") } ?? .null, "sum": json(month.sum),
                    ])
                }),
            "stages": .array(
                pipeline.byStage.map { .object(["stage": .string($0.stage.rawValue), "sum": json($0.sum)]) }),
            "deals": .array(
                pipeline.deals.map { json($0.opportunity, $0.value, $0.weighted) } + decided.map { json($0, nil, nil) }
            ),
        ])
    }

    private func json(_ sum: Pipeline.Sum) -> JSON {
        .object([
            "deals": .integer(sum.count), "value": .number(sum.value.decimal(in: home)),
            "expected": .number(sum.weighted.decimal(in: home)),
        ])
    }

    private func json(_ deal: Opportunity, _ value: Money?, _ weighted: Money?) -> JSON {
        .object([
            "id": .string(deal.id.text), "name": .string(deal.name), "client": .string(deal.client),
            "stage": .string(deal.stage.rawValue), "chance": .real(deal.chance.fraction),
            "value": .number(deal.value.decimal(in: deal.currency)), "currency": .string(deal.currency.code),
            "home value": value.map { .number($0.decimal(in: home)) } ?? .null,
            "expected": weighted.map { .number($0.decimal(in: home)) } ?? .null,
            "closes": deal.closes.map { .string("\($0)") } ?? .null, "owner": .string(deal.owner),
            "project": deal.project.map { .string($0.text) } ?? .null,
        ])
    }
}
