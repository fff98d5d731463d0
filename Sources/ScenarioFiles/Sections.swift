// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// What all files of a scenario declare together, in the order of the files, not yet understood.
struct Sections {
    /// Declarations of one kind.
    struct Section {
        private(set) var entries: [Node.Entry] = []
        private var places: [String: SourcePlace] = [:]

        /// Something in a place of this section could not be read, so that more may be declared than is known.
        var isBroken = false

        var ids: [String] { entries.map(\.key.text) }

        /// Adds what a file declares under a key.
        mutating func add(_ row: Row, _ field: Field<[Node.Entry]>) {
            if let entries = row[field] {
                add(entries, row.reading)
            } else if row.has(field) {
                isBroken = true
            }
        }

        /// Adds declarations; one whose id is taken is reported with the place of the first, and left out.
        mutating func add(_ more: [Node.Entry], _ reading: Reading) {
            for entry in more {
                if let first = places[entry.key.text] {
                    reading.report(entry.key.fault(.duplicateKey(entry.key.text, first: first)))
                } else {
                    places[entry.key.text] = entry.key.place
                    entries.append(entry)
                }
            }
        }
    }

    var calendars = Section()
    var offices = Section()
    var clients = Section()
    var people = Section()
    var rates = Section()
    var projects = Section()
    var subcontractors = Section()
    var contracts = Section()
    var overheads = Section()
    /// Needs from tables, by project.
    var tabledNeeds: [String: Section] = [:]
    var bookings: [BookingSource] = []
    /// Whether what is committed in the ledger stands among them.
    private(set) var areOnLedger = false
    var exclusions: [Node] = []
    /// Lists of people.
    var together: [Node] = []

    mutating func addBookings(_ nodes: [Node]) {
        for node in nodes {
            if case .text(Word.ledger.example) = node.content {
                areOnLedger = true
            } else {
                bookings.append(.sentence(node))
            }
        }
    }

    /// A booking as it stands in a file: a sentence, or a row of a table.
    enum BookingSource {
        case sentence(Node)
        case row(TableRow)

        var place: SourcePlace {
            switch self {
            case .sentence(let node): node.place
            case .row(let row): row.place
            }
        }
    }
}
