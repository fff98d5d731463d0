// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

extension Firm {
    /// The firm with a value at a path of its scenario file, checked as in any file.
    ///
    /// - Parameters:
    ///   - value: as the file would have it, in one line: `5%`, `{ swift: 3 }`.
    ///   - path: `policy.overtime.up to`, `projects.apollo.needs.backend.hours`.
    ///   - name: what stands in problems for the name of a file.
    /// - Throws: what is wrong with either.
    public func setting(_ value: String, at path: String, named name: String) throws(Problems) -> Firm {
        let source = SourceText(name: name, text: "\(path): \(value)")
        var problems: [Problem] = []
        let root = Node.yaml(source, YamlScan(source.text), problems: &problems)
        if problems.isEmpty, case .mapping(let entries)? = root?.content, entries.count == 1 {
            let step = Setting.Step(path: entries[0].key, value: entries[0].value)
            let (firm, wrong) = Setting([step]).applied(to: self)
            if let firm { return firm }
            problems = wrong
        }
        let whole = Excerpt(text: path, place: SourcePlace(file: name, line: 1, column: 1))
        throw Problems(problems.isEmpty ? [whole.fault(.notAPath(path))] : problems, in: [source])
    }
}
