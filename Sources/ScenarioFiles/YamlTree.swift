// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing
internal import Yams

extension Node {
    /// Reads YAML text with every scalar kept as the text that it is.
    ///
    /// - Returns: the document, or nil when the text is not to be trusted as a whole; the problems say why.
    static func yaml(_ source: SourceText, _ scan: YamlScan, problems: inout [Problem]) -> Node? {
        guard scan.forbidden.isEmpty else {
            problems += scan.forbidden.map { Problem($0.fault, at: source.place($0.at)) }
            return nil
        }
        problems += scan.duplicates.map {
            Problem(.duplicateKey($0.key, first: source.place($0.first)), at: source.place($0.second))
        }
        let (text, renamed) = source.text.renaming(scan.duplicates)
        do {
            let root = try Yams.compose(yaml: text, .basic)
            return root.map { node($0, source, leavingOut: renamed, &problems) }
                ?? Node(.text(""), at: SourcePlace(file: source.name, line: 1, column: 1))
        } catch let error as YamlError {
            problems.append(error.problem(in: source))
        } catch {
            problems.append(Problem(.notYAML("\(error)"), at: SourcePlace(file: source.name, line: 1, column: 1)))
        }
        return nil
    }

    private static func node(
        _ node: Yams.Node, _ source: SourceText, leavingOut renamed: Set<String>, _ problems: inout [Problem]
    ) -> Node {
        let place = source.place(node.mark)
        // The scan has refused anchors; should one slip through, what it stands for is not followed.
        if let anchor = node.anchor {
            problems.append(Problem(.anchor("&\(anchor.rawValue)"), at: place))
            return Node(.text(""), at: place)
        }
        switch node {
        case .scalar(let scalar): return Node(.text(scalar.string), at: place)
        case .sequence(let sequence):
            return Node(.list(sequence.map { self.node($0, source, leavingOut: renamed, &problems) }), at: place)
        case .mapping(let mapping):
            var entries: [Entry] = []
            for (key, value) in mapping {
                guard case .scalar(let name) = key else {
                    problems.append(
                        Problem(.wrongShape(found: "a list or a mapping", wanted: "a key"), at: source.place(key.mark)))
                    continue
                }
                guard !renamed.contains(name.string) else { continue }
                let entry = Entry(
                    key: Excerpt(text: name.string, place: source.place(key.mark)),
                    value: self.node(value, source, leavingOut: renamed, &problems))
                if let whole = entries.last?.carriedOn(by: entry) {
                    entries[entries.count - 1] = whole
                } else {
                    entries.append(entry)
                }
            }
            return Node(.mapping(entries), at: place)
        case .alias:
            problems.append(Problem(.anchor("*"), at: place))
            return Node(.text(""), at: place)
        }
    }
}

extension Node.Entry {
    /// `{ cost: 7,5/h }` is the key `cost` and the key `5/h` to YAML, and a number with a comma to whoever wrote it.
    fileprivate func carriedOn(by next: Node.Entry) -> Node.Entry? {
        guard case .text(let text) = value.content, next.value.isEmpty, text.last?.isNumber ?? false,
            next.key.text.first?.isNumber ?? false, next.key.place.line == value.place.line,
            next.key.place.column == value.place.column + text.count + 1
        else { return nil }
        return Node.Entry(key: key, value: Node(.text("\(text),\(next.key.text)"), at: value.place))
    }
}

extension SourceText {
    func place(_ mark: Mark?) -> SourcePlace {
        place(line: mark?.line ?? 1, scalarColumn: mark?.column ?? 1)
    }

    func place(_ spot: YamlScan.Spot) -> SourcePlace {
        let start = text.utf8.index(text.utf8.startIndex, offsetBy: spot.lineStart)
        let end = text.utf8.index(start, offsetBy: spot.byte - spot.lineStart)
        return place(line: spot.line, scalarColumn: text.unicodeScalars[start..<end].count + 1)
    }
}

extension String {
    /// The text with each duplicate key under a name of its own, since Yams gives up at the first duplicate. The new
    /// names are of private characters, as many as the old ones have, so that no place moves.
    fileprivate func renaming(_ duplicates: [YamlScan.Duplicate]) -> (text: String, names: Set<String>) {
        guard !duplicates.isEmpty else { return (self, []) }
        let bytes = Array(utf8)
        var (result, names, copied): ([UInt8], Set<String>, Int) = ([], [], 0)
        for (ordinal, duplicate) in duplicates.enumerated() {
            let length = String(decoding: bytes[duplicate.bytes], as: UTF8.self).unicodeScalars.count
            var (name, rest) = (UnicodeScalarView(), ordinal)
            for _ in 0..<length {
                name.append(Unicode.Scalar(UInt16(0xE000 + rest % 6400)) ?? "\u{E000}")
                rest /= 6400
            }
            names.insert(String(name))
            result += bytes[copied..<duplicate.bytes.lowerBound] + Array(String(name).utf8)
            copied = duplicate.bytes.upperBound
        }
        return (String(decoding: result + bytes[copied...], as: UTF8.self), names)
    }
}

extension YamlError {
    fileprivate func problem(in source: SourceText) -> Problem {
        switch self {
        case .scanner(let context, let what, let mark, _), .parser(let context, let what, let mark, _),
            .composer(let context, let what, let mark, _):
            if what == "but found another document" || what == "did not find expected <document start>" {
                return Problem(.severalDocuments, at: source.place(mark))
            }
            // What is never closed is only missed at the end, where there is nothing to see.
            let isAtEnd = source.line(mark.line)?.isEmpty ?? true
            let place = isAtEnd ? context?.mark ?? mark : mark
            return Problem(.notYAML(context.map { "\($0.text): \(what)" } ?? what), at: source.place(place))
        case .duplicatedKeysInMapping(let keys, let context):
            let place = source.place(context.mark)
            return Problem(.duplicateKey(keys.first ?? "", first: place), at: place)
        case .reader(let what, let offset, _, _):
            let before = source.text.prefix(offset ?? 0)
            let line = before.count { $0 == "\n" } + 1
            let column =
                before.count
                - (before.lastIndex(of: "\n").map { before.distance(from: before.startIndex, to: $0) + 1 } ?? 0)
            return Problem(.notYAML(what), at: SourcePlace(file: source.name, line: line, column: column + 1))
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            return Problem(.notYAML("\(self)"), at: SourcePlace(file: source.name, line: 1, column: 1))
        }
    }
}
