// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

enum OfficeFormat {
    static let name = Field("name", .text, "The office's name.", default: "its id", example: "Lisbon")
    static let calendar = Field(
        "calendar", .reference(.calendar, to: WorkCalendar.self), "The calendar of those who work there.",
        example: "lisbon")
    static let record = RecordFormat("an office", short: true, name, calendar)
}

enum ClientFormat {
    static let name = Field("name", .text, "The client's name.", default: "its id", example: "Northwind")
    static let record = RecordFormat("a client", short: true, fields: [name.shape] + AccountFormat.fields)
}

extension Reading {
    func offices() -> [Office] {
        declarations(sections.offices, OfficeFormat.record) { id, row in
            Office(id: Identifier(id), name: row[OfficeFormat.name] ?? id, calendar: row[OfficeFormat.calendar])
        } at: {
            .office(Identifier($0))
        }
    }

    func clients() -> [Client] {
        declarations(sections.clients, ClientFormat.record) { id, row in
            if let account = account(Identifier(id), row) { accounts.append(account) }
            return Client(id: Identifier(id), name: row[ClientFormat.name] ?? id)
        } at: {
            .client(Identifier($0))
        }
    }

    /// The records of a section, without those that are broken.
    func declarations<Value>(
        _ section: Sections.Section, _ format: RecordFormat, _ build: (String, Row) -> Value?,
        at subject: (String) -> Subject
    ) -> [Value] {
        section.entries.compactMap { entry in
            places[subject(entry.key.text)] = entry.key.place
            return record(entry.value.orEmptyMapping, format) { build(entry.key.text, $0) }
        }
    }
}

extension Node {
    /// A declaration with nothing after its key has all its keys left out.
    var orEmptyMapping: Node { isEmpty ? Node(.mapping([]), at: place) : self }
}
