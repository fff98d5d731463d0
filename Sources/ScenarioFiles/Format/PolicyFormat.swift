// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

enum PolicyFormat {
    static let tentative = Field(
        "tentative", .choice("a way to count proposed work", Policy.Tentative.self),
        "How proposed work counts: with its chance, as if won, or not at all.", default: "weighted", example: "full")
    static let cost = Field(
        "cost", .choice("a cost basis", Policy.CostBasis.self),
        "Whether every booked hour is charged, or only what changes with the plan.", default: "full",
        example: "marginal")
    static let overtime = Field(
        "overtime", .overtime, "Work beyond contracts: how much, and at what pay.", default: "none",
        example: "{ up to: 10%, at: 150% }")
    static let unmet = Field(
        "unmet", .record(UnmetFormat.record) { $0 }, "The price of an hour of demand that stays unmet, by priority.",
        example: "{ critical: 400/h, low: 40/h }")
    static let fit = Field(
        "fit", .record(FitFormat.record) { $0 }, "What a worse fit costs for each hour.",
        example: "{ preferred: 6/h, stay: 8/h }")
    static let handOver = Field(
        "hand-over", .hours, "What a newcomer to a running line needs to find their feet.", default: "8h",
        example: "16h")
    static let longAbsence = Field(
        "long absence", .weeks(1...Limit.weeks),
        "An absence of more weeks than that lets a line change hands, as does whoever joins or departs.",
        default: "3 weeks", example: "4 weeks")
    static let internalTime = Field(
        "internal", .internalTime, "Time that cannot be planned on projects.", example: "10%")
    static let target = Field("target", .share, "The wished utilisation.", example: "80%")
    static let alerts = Field(
        "alerts", .record(AlertFormat.record) { $0 }, "From when on an alert is raised.",
        example: "{ sustained load: 110%, margin: 20% }")
    static let bookable = Field(
        "bookable", .record(BookableFormat.record) { $0 }, "What makes a plan one that people can be booked on.",
        example: "{ smallest: 20%, at once: 4 }")
    static let goals = Field(
        "goals", .goals,
        "What to plan for, one after the other, instead of one sum of money: each as well as the goals before it allow.",
        example: "[coverage within 1%, margin]")
    static let record = RecordFormat(
        "the policy", tentative, cost, overtime, unmet, fit, handOver, longAbsence, internalTime, target, alerts,
        bookable, goals)
}

enum UnmetFormat {
    static let critical = Field("critical", .rate, "Of critical work.", default: "400/h", example: "500/h")
    static let high = Field("high", .rate, "Of work of high priority.", default: "200/h", example: "250/h")
    static let normal = Field("normal", .rate, "Of ordinary work.", default: "100/h", example: "120/h")
    static let low = Field("low", .rate, "Of work of low priority.", default: "40/h", example: "20/h")
    static let record = RecordFormat("the prices of unmet work", short: true, critical, high, normal, low)
}

enum FitFormat {
    static let preferred = Field(
        "preferred", .rate, "A preferred skill that is missing, or held below the wished level.", default: "6/h",
        example: "10/h")
    static let overqualified = Field(
        "overqualified", .rate, "Each level above what is asked for, averaged over the skills.", default: "2/h",
        example: "1/h")
    static let newcomer = Field(
        "newcomer", .rate, "The client is new to the person.", default: "3/h", example: "5/h")
    static let wish = Field(
        "wish", .rate, "Taken off where the person wishes for the project.", default: "4/h", example: "6/h")
    static let stay = Field(
        "stay", .rate, "Taken off where the person is booked on the line already.", default: "8/h", example: "10/h")
    static let travel = Field(
        "travel", .rate, "The site of the project is not the person's office.", default: "12/h", example: "15/h")
    static let record = RecordFormat(
        "the prices of fit", short: true, preferred, overqualified, newcomer, wish, stay, travel)
}

enum AlertFormat {
    static let sustainedLoad = Field(
        "sustained load", .share, "Load that is too much when it lasts.", default: "100%", example: "110%")
    static let sustainedWeeks = Field(
        "sustained weeks", .weeks(1...Limit.weeks), "Weeks in a row at that load that are too many.",
        default: "6 weeks", example: "4 weeks")
    static let underTarget = Field(
        "under target", .share, "The share of the target below which a person is under target.", default: "90%",
        example: "80%")
    static let overTarget = Field(
        "over target", .share, "The share of the target above which a person is over target.", default: "115%",
        example: "120%")
    static let margin = Field(
        "margin", .share, "The margin below which a project is an alert.", default: "10%", example: "20%")
    static let expiry = Field(
        "expiry", .weeks(1...Limit.weeks), "Notice of contracts that end while work goes on.", default: "8 weeks",
        example: "12 weeks")
    static let record = RecordFormat(
        "the limits of alerts", short: true, sustainedLoad, sustainedWeeks, underTarget, overTarget, margin, expiry)
}

enum OvertimeFormat {
    static let limit = Field(
        "up to", .share, "How much of a week's capacity may be worked on top.", required: true, example: "10%")
    static let pay = Field(
        "at", .share, "What an hour of it costs against an ordinary one.", required: true, example: "150%")
    static let record = RecordFormat("overtime", short: true, limit, pay)
}

extension Form<Overtime> {
    /// `none` is overtime of no hours, so that a person can opt out of the firm's.
    static var overtime: Form<Overtime> {
        let none = Form.word(.noOvertime) { text, _ throws(Problem) in
            guard text.text == "none" else {
                throw text.fault(
                    .notASentence(text.text, of: Word.noOvertime.name, example: PolicyFormat.overtime.shape.example))
            }
            return Overtime(limit: .zero, pay: .whole)
        }
        let some = Form.record(OvertimeFormat.record) { row in
            Overtime(
                limit: row[OvertimeFormat.limit, placeholder: .zero], pay: row[OvertimeFormat.pay, placeholder: .whole])
        }
        return Form(shape: .either(none.shape, some.shape)) { node, reading in
            if case .text = node.content { none.read(node, reading) } else { some.read(node, reading) }
        }
    }
}

extension Reading {
    /// The policy of a firm, with the standard's values for what it leaves open.
    func policy(_ node: Node, in currency: Currency) -> Policy? {
        record(node, PolicyFormat.record) { row in
            typealias Format = PolicyFormat
            var policy = Policy.standard(in: currency)
            row.set(&policy.tentative, Format.tentative)
            row.set(&policy.cost, Format.cost)
            policy.overtime = row[Format.overtime].flatMap { $0.limit == .zero ? nil : $0 }
            if let prices = row[Format.unmet] {
                prices.set(&policy.unmet.critical, UnmetFormat.critical)
                prices.set(&policy.unmet.high, UnmetFormat.high)
                prices.set(&policy.unmet.normal, UnmetFormat.normal)
                prices.set(&policy.unmet.low, UnmetFormat.low)
            }
            if let prices = row[Format.fit] {
                prices.set(&policy.fit.missingPreferred, FitFormat.preferred)
                prices.set(&policy.fit.overqualified, FitFormat.overqualified)
                prices.set(&policy.fit.newcomer, FitFormat.newcomer)
                prices.set(&policy.fit.wish, FitFormat.wish)
                prices.set(&policy.fit.stay, FitFormat.stay)
                prices.set(&policy.fit.travel, FitFormat.travel)
            }
            row.set(&policy.handOver, Format.handOver)
            row.set(&policy.longAbsenceWeeks, Format.longAbsence)
            policy.internalTime = row[Format.internalTime]
            policy.target = row[Format.target]
            if let limits = row[Format.alerts] {
                limits.set(&policy.alerts.sustainedLoad, AlertFormat.sustainedLoad)
                limits.set(&policy.alerts.sustainedWeeks, AlertFormat.sustainedWeeks)
                limits.set(&policy.alerts.underTarget, AlertFormat.underTarget)
                limits.set(&policy.alerts.overTarget, AlertFormat.overTarget)
                limits.set(&policy.alerts.margin, AlertFormat.margin)
                limits.set(&policy.alerts.expiryWeeks, AlertFormat.expiry)
            }
            policy.goals = row[Format.goals].flatMap { $0.isEmpty ? nil : $0 }
            if let rules = row[Format.bookable] { rules.set(&policy.bookable) }
            return policy
        }
    }
}

extension Row {
    /// Replaces a standard value where the key is there.
    func set<Value>(_ value: inout Value, _ field: Field<Value>) {
        if let own = self[field] { value = own }
    }
}
