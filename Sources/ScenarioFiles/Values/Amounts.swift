// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

extension Excerpt {
    /// Hours without their unit, as in a week pattern.
    func bareHours(most: Int, unit: String = "") throws(Problem) -> Hours {
        Hours(seconds: try exact(scale: 3600, most: most, unit: unit, smallest: "a second"))
    }

    /// `7.5h`
    func hours(most: Int) throws(Problem) -> Hours {
        try number(before: "h", of: .hours).bareHours(most: most, unit: "h")
    }

    /// `32h/week`
    func weeklyHours(as word: Word = .weeklyHours) throws(Problem) -> Hours {
        try number(before: "h/week", of: word).bareHours(most: Limit.weeklyHours, unit: "h/week")
    }

    /// `12.5%`
    func share(most: Int = Limit.percent, as word: Word = .share) throws(Problem) -> Share {
        let percent = try number(before: "%", of: word)
        return Share(millionths: try percent.exact(scale: 10_000, most: most, unit: "%", smallest: "0.0001%"))
    }

    /// Money without a unit; where the currency is unknown, which is reported already, it has cents.
    func money(_ currency: Currency?, mostMinorUnits: Int = Limit.budgetMinorUnits, unit: String = "")
        throws(Problem) -> Money
    {
        let scale = currency?.scale ?? 100
        let smallest = scale == 1 ? "1 \(currency?.code ?? "")" : "0.\(String("\(scale)".dropFirst().dropLast()))1"
        return Money(minorUnits: try exact(scale: scale, most: mostMinorUnits / scale, unit: unit, smallest: smallest))
    }

    /// `62.50/h`
    func rate(_ currency: Currency?, as word: Word = .rate) throws(Problem) -> Rate {
        let number = try number(before: "/h", of: word)
        return Rate(perHour: try number.money(currency, mostMinorUnits: Limit.minorUnitsPerHour, unit: "/h"))
    }

    /// `10%`, `4h/week`
    func internalTime() throws(Problem) -> InternalTime {
        text.hasSuffix("%")
            ? .share(try share(most: 100)) : .perWeek(try weeklyHours(as: .internalTime))
    }

    /// One of the words of an enumeration.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ name: String) throws(Problem) -> Choice {
        guard let choice = Choice(rawValue: text) else {
            throw fault(.unknownWord(text, of: name, known: Choice.allCases.map(\.rawValue)))
        }
        return choice
    }
}

extension Form {
    static var text: Form<String> { .word(.text) { text, _ throws(Problem) in text.text } }

    static var hours: Form<Hours> {
        .word(.hours) { text, _ throws(Problem) in try text.hours(most: Limit.weeklyHours) }
    }

    static var weeklyHours: Form<Hours> {
        .word(.weeklyHours) { text, _ throws(Problem) in try text.weeklyHours() }
    }

    static var share: Form<Share> { .word(.share) { text, _ throws(Problem) in try text.share() } }

    static var money: Form<Money> {
        .word(.money) { text, reading throws(Problem) in try text.money(reading.currency) }
    }

    static var rate: Form<Rate> {
        .word(.rate) { text, reading throws(Problem) in try text.rate(reading.currency) }
    }

    static var internalTime: Form<InternalTime> {
        .word(.internalTime) { text, _ throws(Problem) in try text.internalTime() }
    }

    static var skills: Form<[SkillLevel]> {
        .map("skills with levels", .word(.level)) { skill, node, reading in
            Form<Int>.level.read(node, reading).map { SkillLevel(Identifier(skill.text), $0) }
        }
    }

    private static var level: Form<Int> {
        .word(.level) { text, _ throws(Problem) in
            guard text.text.count == 1, let level = Int(text.text), SkillLevel.levels.contains(level) else {
                throw text.fault(.impossibleLevel(text.text))
            }
            return level
        }
    }

    static var yesOrNo: Form<Bool> {
        .word(.yesOrNo) { text, _ throws(Problem) in
            switch text.text {
            case "yes": return true
            case "no": return false
            default: throw text.fault(.unknownWord(text.text, of: Word.yesOrNo.name, known: Word.yesOrNo.choices))
            }
        }
    }

    /// An id that is declared nowhere, such as a role.
    static func name<Entity>(of: Entity.Type) -> Form where Value == Identifier<Entity> {
        .word(.id) { text, reading throws(Problem) in
            _ = reading.isID(text)
            return Identifier(text.text)
        }
    }

    /// An id that is declared elsewhere.
    static func reference<Entity>(_ kind: Reference, to: Entity.Type) -> Form where Value == Identifier<Entity> {
        .word(Word(name: "the id of a \(kind.rawValue)", example: Word.id.example, pattern: Word.id.pattern)) {
            text, reading throws(Problem) in
            reading.check(kind, text)
            return Identifier(text.text)
        }
    }

    static func choice(_ name: String, _: Value.Type) -> Form
    where Value: RawRepresentable<String> & CaseIterable & SendableMetatype {
        .word(.choice(name, Value.allCases.map(\.rawValue))) { text, _ throws(Problem) in try text.choice(name) }
    }
}
