// SPDX-License-Identifier: GPL-3.0-or-later

internal import Changes
internal import Staffing

/// What can be wrong with a scenario, with the values that its message needs. `Fault+Words.swift` has the messages.
enum Fault: Equatable, Sendable {
    // Files.
    case missingFile(String)
    case unreadableFile(String, why: String)
    case fileTooLarge
    case tableTooLarge
    case tooMany(String, most: Int)
    case notUTF8
    case notYAML(String)
    case tabIndent
    case tooDeep(most: Int)
    case anchor(String)
    case blockText
    case severalDocuments
    case cyclicInclude(chain: [String])
    case cyclicBase(chain: [String])

    // The form of records.
    case wrongShape(found: String, wanted: String)
    case unknownKey(String, of: String, known: [String])
    case duplicateKey(String, first: SourcePlace)
    case missingKey(String, of: String, example: String)
    /// A file without any of the keys that begin a scenario, which includes would be.
    case missingHead
    case misplacedKey(String)
    case conflictingKeys(String, String)
    case teamAtAnyTime
    case onlySteady(String, key: String, spread: String)
    case mixBeyondTeam(asked: Int, most: Int)
    case notOneSkill(Int)
    case wrongVersion(String)
    case notAnID(String)

    // Values.
    case notADate(String)
    case datesReversed(Day, Day)
    case rangeReversed(String, String, example: String)
    case teamReversed(String, String)
    case wrongUnit(String, wanted: String, example: String)
    case notANumber(String)
    case tooPrecise(String, smallest: String)
    case outOfRange(String, least: String, most: String)
    case unknownWord(String, of: String, known: [String])
    case notAWeekPattern(String)
    case alternatingWithoutStart(String)
    case piecesOutOfOrder(begins: Day?, after: Day?)
    case impossibleLevel(String)
    case impossibleChance(String)
    case notACurrency(String)
    case notASentence(String, of: String, example: String)

    // What is named elsewhere.
    case unknown(Reference, String, known: [String])
    case clientAsTarget(String)
    case cyclicCalendars(chain: [String])
    case cyclicPhases(chain: [String])
    case phaseWithoutStart(String)
    case cyclicTasks(chain: [String])
    case ownerLacksSkill(String, has: Int?, skill: String, needs: Int)
    case dueBeforeStart(due: Day, start: Day)
    case tooManyWeeks(listed: Int, weeks: Int)
    case bookingOnLostProject(String)
    case deadlineBeforeStart(deadline: Day, start: Day)
    case ownMentor(String)
    case cyclicMentors(chain: [String])
    case togetherTwice(String, first: SourcePlace)
    case togetherAlone
    case goalTwice(String)
    case noRate(line: String, why: RateGap)
    case noCost(person: String, day: Day)
    case noCostOfPool(String, day: Day)

    case terms(TermsFault)

    // Changes.
    case misplacedInOverlay(String, isInclude: Bool)
    case changesWithoutBase
    case noVerb
    case severalVerbs(String, String)
    case notAPath(String)
    case refused(Refusal)

    // Tables.
    case unknownTable([String])
    case raggedRow(cells: Int, columns: Int)
    case openQuote
    case controlCharacter(Unicode.Scalar)

    // Canonical form.
    case commentInFlow

    // Notes.
    case bookingOutsideHorizon(DayRange, horizon: DayRange)
    case lineOutsideHorizon(DayRange, horizon: DayRange)
    case windowMissed(String, latest: Day, begins: Day)
    case gradeOfNobody(String, known: [String])
}

/// Why no price is to be found for a line's work.
enum RateGap: Equatable, Sendable {
    /// The line's role is on no rate card.
    case role(String)
    /// The line has no role, and neither has somebody who could do it.
    case person(String)
    /// The line has no role, and the role of somebody who could do it is on no rate card.
    case roleOfPerson(String, role: String)
    /// The line has no role, and neither has a pool of subcontractors that could do it.
    case pool(String)
    /// The line has no role, and the first role of a pool that could do it is on no rate card.
    case roleOfPool(String, role: String)
    /// There is a rate, but not yet, or no longer, on that day.
    case day(Day)
}

/// What files refer to by name.
enum Reference: String, Sendable, CaseIterable {
    case person, project, need, client, office, calendar, phase, task, role, skill, pool, part
}

extension Problem {
    /// What kind of problem it is; the word stays the same from version to version.
    public enum ID: String, Sendable, CaseIterable {
        case missingFile = "missing-file"
        case unreadableFile = "unreadable-file"
        case tooLarge = "too-large"
        case notUTF8 = "not-utf8"
        case notYAML = "not-yaml"
        case tabIndent = "tab-indent"
        case tooDeep = "too-deep"
        case anchorsNotAllowed = "anchors-not-allowed"
        case blockText = "block-text"
        case severalDocuments = "several-documents"
        case cyclicInclude = "cyclic-include"
        case cyclicBase = "cyclic-from"
        case wrongShape = "wrong-shape"
        case unknownKey = "unknown-key"
        case duplicateKey = "duplicate-key"
        case missingKey = "missing-key"
        case misplacedKey = "misplaced-key"
        case conflictingKeys = "conflicting-keys"
        case notOneSkill = "not-one-skill"
        case wrongVersion = "wrong-version"
        case notAnID = "not-an-id"
        case notADate = "not-a-date"
        case datesReversed = "dates-reversed"
        case rangeReversed = "range-reversed"
        case wrongUnit = "wrong-unit"
        case notANumber = "not-a-number"
        case tooPrecise = "too-precise"
        case outOfRange = "out-of-range"
        case unknownWord = "unknown-word"
        case notAWeekPattern = "not-a-week-pattern"
        case alternatingWithoutStart = "alternating-without-start"
        case piecesOutOfOrder = "pieces-out-of-order"
        case impossibleLevel = "impossible-level"
        case impossibleChance = "impossible-chance"
        case notACurrency = "not-a-currency"
        case notASentence = "not-a-sentence"
        case unknownPerson = "unknown-person"
        case unknownProject = "unknown-project"
        case unknownNeed = "unknown-need"
        case unknownClient = "unknown-client"
        case unknownOffice = "unknown-office"
        case unknownCalendar = "unknown-calendar"
        case unknownPhase = "unknown-phase"
        case unknownTask = "unknown-task"
        case unknownRole = "unknown-role"
        case unknownSkill = "unknown-skill"
        case unknownPool = "unknown-pool"
        case unknownPart = "unknown-part"
        case cyclicCalendars = "cyclic-calendars"
        case cyclicPhases = "cyclic-phases"
        case phaseWithoutStart = "phase-without-start"
        case cyclicTasks = "cyclic-tasks"
        case ownerLacksSkill = "owner-lacks-skill"
        case dueBeforeStart = "due-before-start"
        case tooManyWeeks = "too-many-weeks"
        case bookingOnLostProject = "booking-on-lost-project"
        case deadlineBeforeStart = "deadline-before-start"
        case cyclicMentors = "cyclic-mentors"
        case togetherTwice = "together-twice"
        case togetherAlone = "together-alone"
        case goalTwice = "goal-twice"
        case noRate = "no-rate"
        case noCost = "no-cost"
        case outOfOrder = "out-of-order"
        case notATax = "not-a-tax"
        case sumOff = "sum-off"
        case contractTwice = "contract-twice"
        case clientsDiffer = "clients-differ"
        case partWithoutWork = "part-without-work"
        case unfitRecognition = "unfit-recognition"
        case amendmentDate = "amendment-date"
        case unfitAmendment = "unfit-amendment"
        case alreadyThere = "already-there"
        case outsideHorizon = "outside-horizon"
        case cannotMove = "cannot-move"
        case noEffect = "no-effect"
        case notAPath = "not-a-path"
        case unknownTable = "unknown-table"
        case raggedRow = "ragged-row"
        case openQuote = "open-quote"
        case controlCharacter = "control-character"
        case commentInFlow = "comment-in-flow"
        case bookingOutsideHorizon = "booking-outside-horizon"
        case lineOutsideHorizon = "line-outside-horizon"
        case windowMissed = "window-missed"
        case gradeOfNobody = "grade-of-nobody"
    }
}

extension Reference {
    var problem: Problem.ID {
        switch self {
        case .person: .unknownPerson
        case .project: .unknownProject
        case .need: .unknownNeed
        case .client: .unknownClient
        case .office: .unknownOffice
        case .calendar: .unknownCalendar
        case .phase: .unknownPhase
        case .task: .unknownTask
        case .role: .unknownRole
        case .skill: .unknownSkill
        case .pool: .unknownPool
        case .part: .unknownPart
        }
    }
}
