// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Staffing

/// `7.5` or `7:30`: above zero, a day at most.
struct HoursText: ExpressibleByArgument {
    let text: String
    let hours: Hours

    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count == 2, parts[1].count == 2, let whole = Int(parts[0]), let minutes = Int(parts[1]),
            (0...24) ~= whole,
            (0..<60) ~= minutes
        {
            hours = Hours(seconds: whole * 3600 + minutes * 60)
        } else if let value = Double(argument), value.isFinite, (0...24) ~= value {
            hours = Hours(seconds: Int((value * 3600).rounded()))
        } else {
            return nil
        }
        guard hours > .zero, hours <= Hours(24) else { return nil }
        text = HoursText.words(hours)
    }

    /// `7:30`
    static func words(_ hours: Hours) -> String {
        let minutes = hours.seconds / 60 % 60
        return "\(hours.seconds / 3600):" + (minutes < 10 ? "0" : "") + "\(minutes)"
    }
}

enum YesOrNo: String, ExpressibleByArgument, CaseIterable {
    case yes, no
}

extension Firm {
    func person(named text: String) throws -> Identifier<Person> {
        guard let person = people.first(where: { $0.id.text == text }) else {
            throw WrongInput(unknown: "person", text, among: people.map(\.id.text))
        }
        return person.id
    }

    /// A line, as `apollo.backend`, or a project.
    func work(named text: String) throws -> (Identifier<Project>, Identifier<DemandLine>?) {
        for project in projects {
            if project.id.text == text { return (project.id, nil) }
            guard text.hasPrefix(project.id.text + ".") else { continue }
            let line = text.dropFirst(project.id.text.count + 1)
            if let line = project.lines.first(where: { $0.id.text == line }) { return (project.id, line.id) }
        }
        let known = projects.flatMap { project in
            [project.id.text] + project.lines.map { "\(LineID(project.id, $0.id))" }
        }
        throw WrongInput(unknown: "line or project", text, among: known)
    }
}
