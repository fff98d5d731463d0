// SPDX-License-Identifier: GPL-3.0-or-later

internal import Changes
internal import Staffing

extension Fault {
    /// The one place where problems get their words.
    var words: (id: Problem.ID, what: String, advice: String) {
        switch self {
        case .missingFile(let path):
            (
                .missingFile, "there is no file \(quoted(path))",
                "Check the path; it is relative to the file that names it."
            )
        case .unreadableFile(let path, let why):
            (.unreadableFile, "\(quoted(path)) cannot be read: \(why)", "Name a file that you may read.")
        case .fileTooLarge:
            (.tooLarge, "the file holds more than 64 MB", "Split it, and join the parts with `include:`.")
        case .tableTooLarge:
            (.tooLarge, "the table holds more than 1 GB", "Split it, and import the parts one after another.")
        case .tooMany(let what, let most):
            (
                .tooLarge, "more than \(grouped(most)) \(what)",
                "Check that this is the file you mean; split the firm if it is."
            )
        case .notUTF8:
            (.notUTF8, "the file is not UTF-8 text", "Save it as UTF-8; UTF-16 and Latin-1 are not read.")
        case .notYAML(let why):
            (
                .notYAML, "the text cannot be read as YAML: \(why)",
                "Look for a missing colon, quote or bracket at this place or just before it."
            )
        case .tabIndent:
            (.tabIndent, "a tab stands where the line is indented", "Indent with spaces: two for each level.")
        case .tooDeep(let most):
            (
                .tooDeep, "the values are nested more than \(most) levels deep",
                "No part of a scenario goes that deep; check the indentation."
            )
        case .anchor(let text):
            (
                .anchorsNotAllowed, "\(quoted(text)) is an anchor, an alias or a tag of YAML",
                "Write the value out; put it into quotes if it is meant as text."
            )
        case .blockText:
            (.blockText, "the value spans several lines", "Write it on one line.")
        case .severalDocuments:
            (
                .severalDocuments, "a second document begins here",
                "Give each document a file of its own, and join them with `include:`."
            )
        case .cyclicInclude(let chain):
            (
                .cyclicInclude, "files include each other in a circle: \(chain.joined(separator: " → "))",
                "Take one of these `include:` lines out."
            )

        case .wrongShape(let found, let wanted):
            (.wrongShape, "\(found) stands where \(wanted) should be", "Write \(wanted) here.")
        case .unknownKey(let key, let record, let known):
            (.unknownKey, "\(record) has no key \(quoted(key))", didYouMean(key, known, "The keys are"))
        case .duplicateKey(let key, let first):
            (
                .duplicateKey, "\(quoted(key)) stands here a second time; the first is at \(first)",
                "Keep one of them, or rename one."
            )
        case .missingKey(let key, let record, let example):
            (.missingKey, "\(record) needs \(quoted(key))", "Add it, for example `\(key): \(example)`.")
        case .missingHead:
            (
                .missingKey,
                "a scenario file needs `scenario`, `horizon` and `currency`, and this one has none of them",
                "If it is a part of a scenario, name the file that includes it; else add them."
            )
        case .misplacedKey(let key):
            (.misplacedKey, "an included file cannot set \(quoted(key))", "Move it to the scenario file itself.")
        case .conflictingKeys(let one, let other):
            (.conflictingKeys, "\(quoted(one)) and \(quoted(other)) exclude each other", "Keep one of them.")
        case .teamAtAnyTime:
            (
                .conflictingKeys, "`team` means nothing where the spread is `anytime`",
                "Take `team` out, or let the spread be `steady` or `weekly`."
            )
        case .onlySteady(let what, let key, let spread):
            (
                .conflictingKeys, "\(what) means nothing where the spread is \(quoted(spread))",
                "Take \(quoted(key)) out, or let the spread be `steady`."
            )
        case .mixBeyondTeam(let asked, let most):
            (
                .conflictingKeys, "`mix` asks for at least \(asked) people, but the team has room for \(most)",
                "Ask for fewer of them, or let `team` be larger."
            )
        case .notOneSkill(let count):
            (
                .notOneSkill, count == 0 ? "a task asks for no skill" : "a task asks for \(count) skills",
                "Give it one; what needs several people, or several skills in turn, is several tasks."
            )
        case .wrongVersion(let text):
            (.wrongVersion, "the format's version is 1, not \(quoted(text))", "Write `muster: 1`.")
        case .notAnID(let text):
            (
                .notAnID, "\(quoted(text)) cannot be an id",
                "Begin with a letter; then use letters, digits, `-` and `_`, 100 characters at most."
            )

        case .notADate(let text):
            (.notADate, "\(quoted(text)) is not a date from 1900 to 2199", "Write year-month-day, as in `2026-02-16`.")
        case .datesReversed(let first, let last):
            (.datesReversed, "\(first) is after \(last)", "Put the earlier date first.")
        case .rangeReversed(let before, let after, let example):
            (
                .rangeReversed, "\(quoted(after)) is not more than \(quoted(before))",
                "Begin with the least and end with the most; the likeliest may stand between them, as in `\(example)`."
            )
        case .teamReversed(let before, let after):
            (
                .rangeReversed, "\(quoted(after)) is not more than \(quoted(before))",
                "Begin with the least and end with the most, as in `2 .. 4`; write one number for as many equal seats."
            )
        case .wrongUnit(let text, let wanted, let example):
            (.wrongUnit, "\(quoted(text)) is not \(wanted)", "Write the number with its unit, as in `\(example)`.")
        case .notANumber(let text) where text.contains(","):
            (
                .notANumber, "\(quoted(text)) has a comma",
                "Decimals follow a point, and thousands are not separated: `7.5`, `180000`."
            )
        case .notANumber(let text):
            (.notANumber, "\(quoted(text)) is not a number", "Write digits, and a point before decimals: `7.5`.")
        case .tooPrecise(let text, let smallest):
            (.tooPrecise, "\(quoted(text)) is finer than \(smallest)", "Round it; amounts are exact to \(smallest).")
        case .outOfRange(let text, let least, let most):
            (.outOfRange, "\(quoted(text)) is out of range", "It must be from \(least) to \(most).")
        case .unknownWord(let text, let name, let known):
            (.unknownWord, "\(quoted(text)) is not \(name)", didYouMean(text, known, "Write one of"))
        case .notAWeekPattern(let text):
            (
                .notAWeekPattern, "\(quoted(text)) is not a week of hours",
                "Write seven numbers from 0 to 24, Monday to Sunday, as in `8 8 8 8 8 0 0`."
            )
        case .alternatingWithoutStart(let text):
            (
                .alternatingWithoutStart, "\(quoted(text)) alternates without saying from when",
                "Add `from` and a day in the week to which the first pattern belongs, as in `from 2026-01-05`."
            )
        case .piecesOutOfOrder(let begins, let after):
            (
                .piecesOutOfOrder,
                begins.map { "this begins on \($0), which is not after \(after.map(String.init) ?? "all time")" }
                    ?? "this has no `from` date, though a value stands before it",
                "List the values in the order of their dates; each ends where the next begins."
            )
        case .impossibleLevel(let text):
            (
                .impossibleLevel, "\(quoted(text)) is not a level",
                "Levels are whole numbers from 1 (beginner) to 5 (expert)."
            )
        case .impossibleChance(let text):
            (
                .impossibleChance, "\(quoted(text)) is not a chance",
                "A proposal's chance is above 0% and below 100%; otherwise write `won` or `lost`."
            )
        case .notACurrency(let text):
            (
                .notACurrency, "\(quoted(text)) is not a currency",
                "Write the three capital letters of ISO 4217, as in `EUR`."
            )
        case .notASentence(let text, let name, let example):
            (.notASentence, "\(quoted(text)) does not read as \(name)", "Write it as in `\(example)`.")

        case .unknown(let kind, let text, let known):
            (
                kind.problem, "no \(kind.rawValue) is called \(quoted(text))",
                didYouMean(text, known, "\(kind.owner) has")
            )
        case .clientAsTarget(let text):
            (
                .unknownProject, "no project is called \(quoted(text)), but a client is",
                "Write `client \(text)` to exclude all projects of the client."
            )
        case .cyclicCalendars(let chain):
            (
                .cyclicCalendars, "calendars are like each other in a circle: \(chain.joined(separator: " → "))",
                "Take one `like` out."
            )
        case .cyclicPhases(let chain):
            (
                .cyclicPhases, "phases wait for each other in a circle: \(chain.joined(separator: " → "))",
                "Take one `after` or `with` out."
            )
        case .phaseWithoutStart(let phase):
            (
                .phaseWithoutStart, "phase \(quoted(phase)) has no beginning",
                "Give it a `start` date, or a phase that it comes `after` or begins `with`."
            )
        case .cyclicTasks(let chain):
            (
                .cyclicTasks, "tasks wait for each other in a circle: \(chain.joined(separator: " → "))",
                "Take one `after` out."
            )
        case .ownerLacksSkill(let owner, let level, let skill, let needs):
            (
                .ownerLacksSkill,
                "\(quoted(owner)) has "
                    + (level.map { "\(quoted(skill)) at level \($0), and the task needs level \(needs)" }
                        ?? "no \(quoted(skill)), which the task needs"),
                "Let somebody else own it, or take `owner` out."
            )
        case .dueBeforeStart(let due, let start):
            (
                .dueBeforeStart, "the task is due on \(due), and its phase begins on \(start)",
                "Move one of the two."
            )
        case .tooManyWeeks(let listed, let weeks):
            (
                .tooManyWeeks, "\(listed) weeks are listed, but the line runs over \(weeks)",
                "Shorten the list, or lengthen the line's dates."
            )
        case .bookingOnLostProject(let project):
            (
                .bookingOnLostProject, "project \(quoted(project)) is lost",
                "Take the booking out, or give the project another stage."
            )
        case .deadlineBeforeStart(let deadline, let start):
            (
                .deadlineBeforeStart, "the deadline \(deadline) is before the project begins on \(start)",
                "Move one of the two."
            )
        case .ownMentor(let person):
            (.cyclicMentors, "\(quoted(person)) is a mentor of their own", "Name somebody else.")
        case .cyclicMentors(let chain):
            (
                .cyclicMentors,
                "each works only where the next one does, in a circle: \(chain.joined(separator: " → "))",
                "Say that they work together: `together: [[\(chain.dropLast().joined(separator: ", "))]]`, without these `mentors`."
            )
        case .togetherTwice(let person, let first):
            (
                .togetherTwice, "\(quoted(person)) works together with others already, at \(first)",
                "Join the two into one list, or keep one of them."
            )
        case .goalTwice(let goal):
            (.goalTwice, "\(quoted(goal)) stands among the goals already", "Keep it at one place in their order.")
        case .togetherAlone:
            (
                .togetherAlone, "fewer than two people stand in a list of those who work together",
                "Name two people or more, as in `[ana, rui]`."
            )
        case .noRate(let line, let why):
            (.noRate, "nothing says what an hour of \(quoted(line)) is sold for: \(why.words)", why.advice)
        case .noCost(let person, let day):
            (
                .noCost, "\(quoted(person)) has a contract on \(day), but no cost",
                "Add a cost for that time, or end the contract before."
            )
        case .noCostOfPool(let pool, let day):
            (
                .noCost, "\(quoted(pool)) can be called in on \(day), but has no cost",
                "Add a cost for that time, or leave it out of the pool's `dates`."
            )

        case .terms(let fault): fault.words
        case .cyclicBase(let chain):
            (
                .cyclicBase, "scenarios start from each other in a circle: \(chain.joined(separator: " → "))",
                "One of them must be whole: a file without `from`."
            )
        case .misplacedInOverlay(let key, let isInclude):
            (
                .misplacedKey, "a file that starts `from` another one cannot set \(quoted(key))",
                isInclude
                    ? "Include it in the file that this one starts from."
                    : "Say it as a change, as in `set: { policy.hand-over: 16h }`, or in the file that this one starts from."
            )
        case .changesWithoutBase:
            (
                .missingKey, "`changes` stand in a file that says what they change",
                "Add the scenario that it starts from, for example `from: base.yaml`."
            )
        case .noVerb:
            (
                .missingKey, "the change says nothing",
                "Write what happens and to what, as in `delay: { project: apollo, by: 3 weeks }`."
            )
        case .severalVerbs(let one, let other):
            (
                .conflictingKeys, "\(quoted(one)) and \(quoted(other)) are two changes",
                "Give each a dash of its own; they are made in their order."
            )
        case .notAPath(let path):
            (
                .notAPath, "\(quoted(path)) is not the path of a value in a scenario file",
                "Write the keys that lead to it with dots between them, as in `people.ana.contract`."
            )
        case .refused(let refusal): refusal.words

        case .unknownTable(let columns):
            (
                .unknownTable, "the columns \(listed(columns, most: 8)) make none of the known tables",
                "A table of people has the column `person`; of needs `project`, `need`; of bookings `person`, `project`, `need`."
            )
        case .raggedRow(let cells, let columns):
            (
                .raggedRow, "the row has \(cells) cells, but the table has \(columns) columns",
                "Put cells that hold a separator into quotes."
            )
        case .openQuote:
            (
                .openQuote, "a quote is opened here and never closed",
                "Close it; a quote within a quoted cell is doubled: `\"\"`."
            )
        case .controlCharacter(let character):
            (
                .controlCharacter, "the cell holds a character that cannot be seen, number \(character.value)",
                "Type the cell anew, or save the table as plain text once more."
            )

        case .commentInFlow:
            (
                .commentInFlow, "a comment stands inside brackets, where the canonical form cannot keep it",
                "Move it to a line of its own above, or write the value over several lines without brackets."
            )

        case .bookingOutsideHorizon(let days, let horizon):
            (
                .bookingOutsideHorizon, "the booking (\(days)) lies outside the horizon (\(horizon))",
                "It has no effect on this plan."
            )
        case .lineOutsideHorizon(let days, let horizon):
            (
                .lineOutsideHorizon, "the need (\(days)) lies outside the horizon (\(horizon))",
                "It has no effect on this plan."
            )
        case .windowMissed(let phase, let latest, let begins):
            (
                .windowMissed, "phase \(quoted(phase)) may begin by \(latest), but what it waits for lasts longer",
                "It begins on \(begins); widen its window, or shorten what comes before it."
            )
        case .gradeOfNobody(let grade, let known):
            (
                .gradeOfNobody, "the need asks for somebody of the grade \(quoted(grade)), which nobody has",
                didYouMean(grade, known, "The firm has")
            )
        }
    }
}
