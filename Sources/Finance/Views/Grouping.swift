// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// What the rows of a view are.
public enum ReportGrouping: String, Sendable, CaseIterable {
    case project, client, person, office, portfolio, month
}

/// A view: rows in the order of the files (months in their own), and their sum.
public struct Grouped<Figures: Sendable>: Sendable {
    public struct Row: Sendable {
        /// The id; empty for what belongs to none.
        public let key: String
        public let name: String
        public let figures: Figures
    }

    public let grouping: ReportGrouping
    public let rows: [Row]
    public let total: Figures
}

/// Figures that add up.
protocol Summable: Sendable {
    init()
    static func += (left: inout Self, right: Self)
}

/// Where something belongs.
struct Place {
    var project: Identifier<Project>?
    var contract: Identifier<ClientContract>?
    var person: Identifier<Person>?
    var month: Month
}

/// Sums figures by key.
struct Summing<Figures: Summable> {
    private let grouping: ReportGrouping
    private let controlling: Controlling
    private var sums: [String: Figures] = [:]
    private var total = Figures()

    init(_ grouping: ReportGrouping, _ controlling: Controlling) {
        self.grouping = grouping
        self.controlling = controlling
    }

    mutating func add(_ figures: Figures, at place: Place) {
        add(figures, key: controlling.key(of: place, by: grouping))
    }

    mutating func add(_ figures: Figures, key: String) {
        sums[key, default: Figures()] += figures
        total += figures
    }

    var grouped: Grouped<Figures> {
        let ranks = controlling.ranks(by: grouping)
        let keys = sums.keys.sorted {
            (ranks[$0]?.position ?? Int.max, $0) < (ranks[$1]?.position ?? Int.max, $1)
        }
        return Grouped(
            grouping: grouping,
            rows: keys.map { key in
                Grouped.Row(
                    key: key, name: ranks[key]?.name ?? (key.isEmpty ? grouping.nobody : key),
                    figures: sums[key] ?? Figures())
            }, total: total)
    }
}

extension ReportGrouping {
    /// The name of the row of what belongs to none.
    fileprivate var nobody: String {
        switch self {
        case .project: "(no project)"
        case .client: "(no client)"
        case .person: "(nobody's)"
        case .office: "(no office)"
        case .portfolio, .month: ""
        }
    }
}

extension Controlling {
    fileprivate func key(of place: Place, by grouping: ReportGrouping) -> String {
        switch grouping {
        case .project: place.project?.text ?? place.contract?.text ?? ""
        case .client:
            (place.project.flatMap { projects[$0]?.client }
                ?? (place.contract ?? place.project.flatMap { pricing.contract(of: $0)?.id })
                .flatMap { books.contract($0)?.client })?.text ?? ""
        case .person: place.person?.text ?? ""
        case .office: place.person.flatMap { people[$0]?.office?.text } ?? ""
        case .portfolio: "all"
        case .month: "\(place.month)"
        }
    }

    /// The order and the names of keys, where the files give one.
    fileprivate func ranks(by grouping: ReportGrouping) -> [String: (position: Int, name: String)] {
        let named: [(String, String)] =
            switch grouping {
            case .project:
                firm.projects.map { ($0.id.text, $0.name) } + books.contracts.map { ($0.id.text, $0.name) }
            case .client: firm.clients.map { ($0.id.text, $0.name) }
            case .person: firm.people.map { ($0.id.text, $0.name) }
            case .office: firm.offices.map { ($0.id.text, $0.name) }
            case .portfolio: [("all", firm.name)]
            case .month: []
            }
        return Dictionary(named.enumerated().map { ($1.0, ($0, $1.1)) }) { first, _ in first }
    }
}
