// SPDX-License-Identifier: GPL-3.0-or-later

public import Finance
public import Staffing

extension ScenarioFormat {
    /// A file that starts from a scenario and gives projects other stages, in the canonical form.
    ///
    /// - Parameter base: the scenario's path, relative to where the file will be.
    public static func text(
        stages: [(project: Identifier<Project>, stage: Stage)], named name: String, from base: String
    ) -> String {
        // No amounts stand in it, so that any currency will do.
        guard let currency = Currency("XXX") else { preconditionFailure("a code of three letters") }
        var record = Record(in: currency)
        record.set(RootFormat.version, "1")
        record.set(RootFormat.name, name)
        record.set(RootFormat.base, base)
        let changes = stages.map { project, stage -> Node in
            var change = Record(in: currency)
            change.set(ChangeKeys.project, project)
            let verb =
                switch stage {
                case .won: StageFormat.win.name
                case .lost: StageFormat.lose.name
                case .proposed(let chance):
                    { () -> String in
                        change.set(StageFormat.at, chance.text)
                        return StageFormat.chance.name
                    }()
                }
            return .written([(id: verb, node: change.node)])
        }
        record.set(RootFormat.changes, Node(.list(changes), at: .nowhere))
        return written(record)
    }

    /// A contract as a file that a scenario can include, in the canonical form.
    public static func text(of contract: ClientContract, in firm: Firm, _ books: Books) -> String {
        var record = Record(in: firm.currency)
        record.set(RootFormat.version, "1")
        record.set(RootFormat.contracts, [(id: contract.id.text, node: contract.node(in: firm, books))])
        return written(record)
    }

    private static func written(_ record: Record) -> String {
        var writer = CanonicalWriter()
        writer.block(CommentedItem.Value(record.node, isRoot: true), .record(RootFormat.record), depth: 0)
        return writer.text
    }

    /// An amount as files write it, `64000.50`, or nil for anything else.
    public static func money(_ text: String, in currency: Currency) -> Money? {
        let excerpt = Excerpt(text: text, place: .nowhere)
        do throws(Problem) {
            return try excerpt.money(currency)
        } catch {
            return nil
        }
    }

    /// A share as files write it, `40%`, or nil for anything else.
    public static func share(_ text: String) -> Share? {
        let excerpt = Excerpt(text: text, place: .nowhere)
        do throws(Problem) {
            return try excerpt.share(most: 100)
        } catch {
            return nil
        }
    }
}
