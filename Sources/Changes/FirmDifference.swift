// SPDX-License-Identifier: GPL-3.0-or-later

/// One thing in which two firms differ, in the terms of the scenario files.
public struct FirmDifference: Sendable, Equatable {
    /// The keys that lead to it: `people.ana.contract`.
    public let path: String
    /// What stood and what stands there, as the files write it; of a list, what has gone or come. Nil for nothing.
    public let before: String?
    public let after: String?
    /// `The contract of Ana Duarte is 60%, was 80%`
    public let sentence: String

    public init(path: String, before: String?, after: String?, sentence: String) {
        self.path = path
        self.before = before
        self.after = after
        self.sentence = sentence
    }

    /// The part of the firm that it is about: `people`, `policy`.
    public var section: String { String(path.prefix { $0 != "." }) }
}
