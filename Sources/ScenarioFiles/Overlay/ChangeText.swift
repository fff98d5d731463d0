// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

extension ScenarioFormat {
    /// The changes that a text describes, as below `changes:` in a file, or a single one without its dash, each read
    /// against the firm as it is after those before it.
    ///
    /// ```swift
    /// let changes = try ScenarioFormat.changes("delay: { project: apollo, by: 3 weeks }", to: firm)
    /// ```
    ///
    /// - Parameter name: where the text comes from, for messages.
    /// - Throws: everything that is wrong with the changes, and with the firm that they would make.
    public static func changes(
        _ text: String, to firm: Firm, named name: String = "change"
    ) throws(Problems) -> [Scenario.Made] {
        let source = SourceText(name: name, text: text)
        var loaded = Loaded()
        loaded.sources = [source]
        let root = Node.yaml(source, YamlScan(source.text), problems: &loaded.problems)
        let reading = Reading(loaded)
        guard let root else { throw Problems(reading.problems, in: [source]) }
        let made = reading.changes(root, to: firm)
        guard reading.problems.isEmpty else { throw Problems(reading.problems, in: [source]) }
        return made
    }
}

extension Reading {
    fileprivate func changes(_ root: Node, to firm: Firm) -> [Scenario.Made] {
        currency = firm.currency
        locate(firm, at: root.place)
        switch root.content {
        case .list(let nodes): return make(nodes, to: firm, named: nil).changes
        case .mapping, .text: return make([root], to: firm, named: nil).changes
        }
    }
}
