// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

/// More hours, or fewer: of a project, a need, all projects of a client, all work that asks for a skill. Several of
/// these together mean what is in all of them; none of them means all demand.
///
/// Hours are rounded to the finest that a file can say (`Hours.finest`); full-time people to a millionth.
public struct Scale: Change {
    public var project: Identifier<Project>?
    public var need: LineID?
    public var client: Identifier<Client>?
    public var skill: Identifier<Skill>?
    /// 120 % for a fifth more.
    public var by: Share

    public init(
        project: Identifier<Project>? = nil, need: LineID? = nil, client: Identifier<Client>? = nil,
        skill: Identifier<Skill>? = nil, by share: Share
    ) {
        self.project = project
        self.need = need
        self.client = client
        self.skill = skill
        by = share
    }

    public func apply(to firm: inout Firm) throws(Refusal) {
        if let project { _ = try firm.position(of: project) }
        if let need { _ = try firm.position(of: need) }
        try firm.check(client)
        var (projects, count) = (firm.projects, 0)
        for index in projects.indices {
            for place in projects[index].lines.indices where covers(projects[index].lines[place], of: projects[index]) {
                count += 1
                let amount = projects[index].lines[place].amount.scaled(by: by)
                try amount.check()
                projects[index].lines[place].amount = amount
                projects[index].lines[place].range = try projects[index].lines[place].range?.scaled(by: by)
            }
        }
        guard count > 0 else { throw Refusal(nil, .noEffect("no work is of that kind")) }
        firm.projects = projects
    }

    private func covers(_ line: DemandLine, of project: Project) -> Bool {
        if let id = self.project, id != project.id { return false }
        if let need, need != LineID(project.id, line.id) { return false }
        if let client, client != project.client { return false }
        if let skill, !line.skills.contains(where: { $0.skill == skill }) { return false }
        return true
    }

    public func sentence(in firm: Firm) -> String {
        let phrasing = Phrasing(firm: firm)
        var what: [String] = []
        if let need { what.append("for \(phrasing.name(need))") }
        if let project, need?.project != project { what.append("for \(phrasing.name(project))") }
        if let client { what.append("for \(phrasing.name(client))") }
        if let skill { what.append("with \(skill)") }
        let (sign, part) = by < .whole ? ("less", .whole - by) : ("more", by - .whole)
        return "\(phrasing.percent(part)) \(sign) work\(what.isEmpty ? "" : " ")\(what.joined(separator: " "))"
    }
}

extension DemandLine.AmountRange {
    /// Nil where its ends meet.
    fileprivate func scaled(by share: Share) throws(Refusal) -> Self? {
        let scaled = Self(least: least.scaled(by: share), most: most.scaled(by: share))
        try scaled.most.check()
        return scaled.least == scaled.most ? nil : scaled
    }
}

extension DemandLine.Amount {
    fileprivate func scaled(by share: Share) -> Self {
        switch self {
        case .perWeek(let hours): .perWeek(hours.timesToFinest(share))
        case .total(let hours): .total(hours.timesToFinest(share))
        case .byWeek(let list): .byWeek(list.map { $0.timesToFinest(share) })
        case .fullTimeEquivalents(let people):
            .fullTimeEquivalents(
                Share(millionths: Int((Int128(people.millionths) * Int128(share.millionths) + 500_000) / 1_000_000)))
        }
    }

    /// Refuses more than a need may have.
    fileprivate func check() throws(Refusal) {
        switch self {
        case .perWeek(let hours):
            guard hours <= Hours(Limit.weeklyHours) else {
                throw Refusal("by", .tooMuch("more hours a week than a need can have", most: "\(Limit.weeklyHours) h"))
            }
        case .total(let hours): try check(total: hours)
        case .byWeek(let list):
            guard list.allSatisfy({ $0 <= Hours(Limit.weeklyHours) }) else {
                throw Refusal("by", .tooMuch("more hours a week than a need can have", most: "\(Limit.weeklyHours) h"))
            }
            try check(total: list.reduce(.zero, +))
        case .fullTimeEquivalents(let people):
            guard people.millionths <= Limit.fullTimePeople * 1_000_000 else {
                throw Refusal("by", .tooMuch("more people than a need can have", most: "\(Limit.fullTimePeople)"))
            }
        }
    }

    private func check(total: Hours) throws(Refusal) {
        guard total <= Hours(Limit.totalHours) else {
            throw Refusal("by", .tooMuch("more hours than a need can have", most: "\(Limit.totalHours) h"))
        }
    }
}
