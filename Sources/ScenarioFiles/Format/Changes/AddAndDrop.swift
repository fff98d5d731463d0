// SPDX-License-Identifier: GPL-3.0-or-later

internal import Changes
internal import Staffing

/// `add`: a project, a need or a client, told apart by the key that names it.
enum AddFormat {
    static let projectID = Field(
        "project", .name(of: Project.self), "The new project's id.", required: true, example: "vega")
    static let needID = Field("need", .newNeed, "The new need's full name.", required: true, example: "apollo.qa")
    static let clientID = Field(
        "client", .name(of: Client.self), "The new client's id.", required: true, example: "fjord")
    static let project = RecordFormat("a new project", fields: [projectID.shape] + ProjectFormat.record.fields)
    static let need = RecordFormat("a new need", short: true, fields: [needID.shape] + NeedFormat.record.fields)
    static let client = RecordFormat("a new client", short: true, clientID, ClientFormat.name)
    static let verb = Field<any Change>(
        "add", form, "A project, a need or a client.",
        example: "{ need: apollo.qa, hours: 16h/week, rate: 110/h }")

    private static var form: Form<any Change> {
        Form(shape: .variants([project, need, client])) { node, reading in
            switch Shape.variant(of: node.keys, among: [project, need, client]).name {
            case need.name: reading.record(node, need) { reading.newNeed($0) }
            case client.name:
                reading.record(node, client) { row in
                    let id = row[clientID, placeholder: ""]
                    return AddClient(Client(id: id, name: row[ClientFormat.name] ?? id.text))
                }
            default:
                reading.record(node, project) { row in
                    AddProject(reading.project(row[projectID, placeholder: ""], row))
                }
            }
        }
    }
}

extension Form<LineID> {
    /// The full name of a need that is not there yet, of a project that is.
    static var newNeed: Form<LineID> {
        .word(.need) { text, reading throws(Problem) in
            guard let (project, need) = text.cut(at: ".") else {
                throw text.fault(.notASentence(text.text, of: Word.need.name, example: Word.need.example))
            }
            reading.check(.project, project)
            _ = reading.isID(need)
            return LineID(Identifier(project.text), Identifier(need.text))
        }
    }
}

extension Reading {
    fileprivate func newNeed(_ row: Row) -> any Change {
        let id = row[AddFormat.needID, placeholder: LineID("", "")]
        declarePhases(of: id.project)
        return AddNeed(line(id.line, row), to: id.project)
    }
}

/// `drop`: a project, a need or a person.
enum DropFormat {
    static let person = Field("person", .reference(.person, to: Person.self), "Somebody.", example: "ana")
    static let record = RecordFormat(
        "what is dropped", short: true, ChangeKeys.someProject, ChangeKeys.need, person)
    static let verb = Field<any Change>(
        "drop",
        .record(record) { row in
            _ = row.only(["project", "need", "person"], of: record.name, example: ChangeKeys.project.shape.example)
            let (project, need, person) = (row[ChangeKeys.someProject], row[ChangeKeys.need], row[person])
            if let project { return DropProject(project) }
            if let need { return DropNeed(need) }
            return person.map { DropPerson($0) }
        }, "A project, a need or a person, with the bookings.", example: "{ project: apollo }")
}
