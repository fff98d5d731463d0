// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

extension Word {
    private static let number = #"[0-9]+(\.[0-9]+)?"#
    private static let day = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
    private static let range = #"\#(day)( *\.\. *\#(day))?"#
    private static let span = "( from \(day))?( to \(day))?"
    private static let week = #"\#(number)( \#(number)){6}"#
    private static let name = "[A-Za-z][A-Za-z0-9_-]*"

    static let text = Word(name: "text", example: "Ana Duarte", looksLikeNumber: true)
    static let path = Word(name: "a path", example: "people.yaml")
    static let version = Word(name: "the format's version", example: "1", pattern: "^1$", looksLikeNumber: true)
    static let id = Word(name: "an id", example: "data-engineer", pattern: "^\(name)$")
    static let currency = Word(name: "a currency", example: "EUR", pattern: "^[A-Z]{3}$")
    static let date = Word(name: "a date", example: "2026-02-16", pattern: "^\(day)$")
    static let dates = Word(name: "dates", example: "2026-02-16 .. 2026-02-20", pattern: "^\(range)$")
    static let timeOff = Word(
        name: "time off", example: "2026-12-24 half", pattern: "^\(range)( half| \(number)h)?$")
    static let hours = Word(name: "hours", example: "7.5h", pattern: "^\(number)h$")
    static let weeklyHours = Word(name: "hours a week", example: "32h/week", pattern: "^\(number)h/week$")
    static let share = Word(name: "a share", example: "80%", pattern: "^\(number)%$")
    static let internalTime = Word(
        name: "a share or hours a week", example: "10%", pattern: "^\(number)(%|h/week)$")
    static let weekPattern = Word(
        name: "a week pattern", example: "8 8 8 8 8 0 0", pattern: "^\(week)( / \(week))*( from \(day))?$")
    static let money = Word(name: "money", example: "180000", pattern: "^\(number)$", looksLikeNumber: true)
    static let rate = Word(name: "a rate", example: "62/h", pattern: "^\(number)/h$")
    static let datedRate = Word(name: "a rate", example: "62/h", pattern: "^\(number)/h\(span)$")
    static let datedContract = Word(
        name: "a contract", example: "80%", pattern: "^(\(number)%|\(week)( / \(week))*)\(span)$")
    static let noRate = Word(name: "a rate or `none`", example: "none", pattern: "^none$", choices: ["none"])
    static let level = Word(name: "a level", example: "3", pattern: "^[1-5]$", looksLikeNumber: true)
    static let stage = Word(name: "a stage", example: "proposed 60%", pattern: "^(won|lost|proposed \(number)%)$")
    static let phaseLength = Word(
        name: "a number of weeks", example: "3 weeks", pattern: #"^[0-9]+( *\.\. *[0-9]+){0,2} weeks?$"#)
    static let length = Word(name: "a number of weeks", example: "3 weeks", pattern: "^[0-9]+ weeks?$")
    static let start = Word(
        name: "a date, or two of a window", example: "2026-01-12 .. 2026-02-09", pattern: "^\(range)$")
    static let weeklyMoney = Word(name: "money a week", example: "2000/week", pattern: "^\(number)/week$")
    static let milestone = Word(name: "a milestone", example: "Beta by 2026-04-17", pattern: "^.+ by \(day)$")
    static let dependency = Word(
        name: "a phase before", example: "design + 2 weeks", pattern: #"^\#(name)( [+-] [0-9]+ weeks?)?$"#)
    static let companionship = Word(
        name: "a phase that begins before", example: "design + 3 weeks",
        pattern: #"^\#(name)( \+ [0-9]+ weeks?)?$"#)
    static let taskDependency = Word(
        name: "a task before", example: "api + 2 days", pattern: #"^\#(name)( \+ [0-9]+ days?)?$"#)
    static let demand = Word(
        name: "hours of a need", example: "32h/week",
        pattern: #"^\#(number)( *\.\. *\#(number)){0,2}(h/week|h total| fte)$"#)
    static let team = Word(
        name: "a number of people", example: "2 .. 4", pattern: #"^[0-9]+( *\.\. *[0-9]+)?$"#, looksLikeNumber: true)
    static let quota = Word(
        name: "a part of the team", example: "at least 1 and at most 40%",
        pattern: "^(at least [0-9]+( and at most \(number)%)?|at most \(number)%)$")
    static let smallest = Word(
        name: "hours a week or a share", example: "8h/week", pattern: "^\(number)(h/week|%)$")
    static let count = Word(name: "a whole number", example: "4", pattern: "^[0-9]+$", looksLikeNumber: true)
    static let yesOrNo = Word(
        name: "yes or no", example: "no", looksLikeFlag: true, choices: ["yes", "no"])
    static let ledger = Word(name: "`ledger`", example: "ledger", pattern: "^ledger$", choices: ["ledger"])
    static let booking = Word(
        name: "a booking", example: "ana on apollo.backend, 24h/week, 2026-02-02 .. 2026-03-06, pinned",
        pattern:
            #"^\#(name) on \#(name)\.\#(name), \#(number)(h/week|h total|%), \#(range)(, (tentative|confirmed|pinned( person| time)?))?$"#
    )
    static let exclusion = Word(
        name: "an exclusion", example: "ana not on client northwind",
        pattern: #"^\#(name) not on (client \#(name)|\#(name)(\.\#(name))?)$"#)
    static let pin = Word(
        name: "a booking", example: "ana on apollo.backend, 24h/week, 2026-02-02 .. 2026-03-06",
        pattern:
            #"^\#(name) on \#(name)\.\#(name), \#(number)(h/week|h total|%), \#(range)(, pinned( person| time)?)?$"#)
    static let need = Word(
        name: "the full name of a need", example: "apollo.backend", pattern: #"^\#(name)\.\#(name)$"#)
    static let keyPath = Word(
        name: "a path", example: "people.ana.contract",
        pattern: #"^[A-Za-z][A-Za-z0-9_ -]*(\.[A-Za-z][A-Za-z0-9_ -]*)*$"#)
    static let contract = Word(
        name: "a contract", example: "60%", pattern: "^(\(number)%|\(week)( / \(week))*)$")
    static let priceChange = Word(name: "a rate or a share", example: "150/h", pattern: "^\(number)(/h|%)$")
    static let noOvertime = Word(name: "overtime or `none`", example: "none", pattern: "^none$", choices: ["none"])

    static let signedMoney = Word(
        name: "money", example: "-5000", pattern: "^-?\(number)$", looksLikeNumber: true)
    static let instalment = Word(
        name: "a share, an amount or `rest`", example: "30%", pattern: "^(-?\(number)|\(number)%|rest)$",
        looksLikeNumber: true)
    static let scheduled = Word(
        name: "an instalment with its date", example: "30% on 2026-02-01",
        pattern: "^(-?\(number)|\(number)%|rest) on \(day)$")
    static let tier = Word(
        name: "a discount above so many hours", example: "5% above 100h", pattern: "^\(number)% above \(number)h$")
    static let daysCount = Word(name: "a number of days", example: "30 days", pattern: "^[0-9]+ days?$")
    static let habit = Word(
        name: "a number of days late or early", example: "12 days late",
        pattern: "^(on time|[0-9]+ days? (late|early))$")
    static let tax = Word(name: "a tax", example: "S 23%", pattern: "^(S \(number)%|Z|E|AE|K|G|O)$")
    static let periodFee = Word(
        name: "money a month, a quarter or a year", example: "4000/month", pattern: "^\(number)/(month|quarter|year)$")
    static let monthlyMoney = Word(name: "money a month", example: "2000/month", pattern: "^\(number)/month$")
    static let datedMonthly = Word(
        name: "money a month", example: "4200/month", pattern: "^\(number)/month\(span)$")
    static let openDays = Word(
        name: "dates from a first one on", example: "2026-01-01 ..", pattern: #"^\#(day) *\.\.( *\#(day))?$"#)
    static let signedShare = Word(name: "a share", example: "3%", pattern: "^-?\(number)%$")
    static let noExpenses = Word(
        name: "terms of expenses or `none`", example: "none", pattern: "^none$", choices: ["none"])
    static let country = Word(name: "a country", example: "PT", pattern: "^[A-Z]{2}$")
    static let email = Word(
        name: "an e-mail address", example: "accounts@northwind.example", pattern: "^[^@ ]+@[^@ ]+$")
    static let series = Word(
        name: "a series of up to ten letters and digits", example: "F", pattern: "^[A-Za-z0-9]{1,10}$",
        looksLikeNumber: true)

    static let goal = Word(
        name: "a goal", example: "coverage within 1%",
        pattern: "^(coverage|calm|margin|balance)( within \(number)%)?$")

    static func choice(_ name: String, _ choices: [String]) -> Word {
        Word(name: name, example: choices[0], choices: choices)
    }
}
