// SPDX-License-Identifier: GPL-3.0-or-later

internal import Crypto
internal import CryptoExtras
internal import Foundation

/// Who may log in: a file with a line for each, which holds no password but what scrypt (RFC 7914) made of it.
///
/// ```
/// # name role scrypt:log2N:r:p:salt:key [person=ID] [client=ID]
/// ines planner scrypt:15:8:1:c2FsdA==:a2V5
/// ana member scrypt:15:8:1:c2FsdA==:a2V5 person=ana
/// ```
public struct Passwords: Sendable {
    /// What is wrong with a file, all of it.
    public struct Wrong: Error, CustomStringConvertible {
        public let problems: [String]
        public var description: String { problems.joined(separator: "\n") }
    }

    struct Entry: Sendable {
        let user: User
        let key: StretchedKey
    }

    private let entries: [String: Entry]

    /// - Throws: ``Wrong``.
    public init(_ text: String, named file: String) throws(Wrong) {
        var entries: [String: Entry] = [:]
        var problems: [String] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }.map(String.init)
            guard let name = words.first, !name.hasPrefix("#") else { continue }
            func report(_ what: String) { problems.append("\(file):\(number + 1):1: \(what)") }
            switch Passwords.entry(words) {
            case .failure(let wrong): report(wrong.problems[0])
            case .success(let entry):
                if entries.updateValue(entry, forKey: name) != nil { report("\(name) stands in the file twice") }
            }
        }
        if entries.isEmpty, problems.isEmpty {
            problems.append("\(file): nobody may log in; `muster-serve password NAME --role planner` makes a line")
        }
        guard problems.isEmpty else { throw Wrong(problems: problems) }
        self.entries = entries
    }

    private static func entry(_ words: [String]) -> Result<Entry, Wrong> {
        func wrong(_ what: String) -> Result<Entry, Wrong> { .failure(Wrong(problems: [what])) }
        guard words.count >= 3 else {
            return wrong("expected `name role scrypt:…`; `muster-serve password` makes such a line")
        }
        guard let role = Role(rawValue: words[1]) else {
            return wrong(
                "`\(words[1])` is no role; there are: \(Role.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        guard let key = StretchedKey(text: words[2]) else {
            return wrong("the third word is no key that `muster-serve password` made")
        }
        var belongings: [String: String] = [:]
        for word in words.dropFirst(3) {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, ["person", "client"].contains(parts[0]) else {
                return wrong("`\(word)` is neither person=ID nor client=ID")
            }
            belongings[parts[0]] = parts[1]
        }
        if role == .client, belongings["client"] == nil { return wrong("a client needs client=ID") }
        return .success(
            Entry(
                user: User(name: words[0], role: role, person: belongings["person"], client: belongings["client"]),
                key: key))
    }

    /// Whose name and password these are. Takes some 100 ms and 32 MB on purpose, also for names that nobody has.
    func user(named name: String, password: String) -> User? {
        guard let entry = entries[name] else {
            _ = StretchedKey.nobody.opens(password)
            return nil
        }
        return entry.key.opens(password) ? entry.user : nil
    }

    /// The users as the file has them now: whoever was taken out, or has another role, is no longer logged in.
    func user(named name: String) -> User? { entries[name]?.user }

    /// A line for the file.
    public static func line(for user: User, password: String) -> String {
        let belongings =
            (user.person.map { [" person=" + $0] } ?? []) + (user.client.map { [" client=" + $0] } ?? [])
        return "\(user.name) \(user.role.rawValue) \(StretchedKey(password))\(belongings.joined())"
    }

    /// Whether a name can stand in the file.
    public static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 100 && !name.hasPrefix("#") && !name.contains { $0.isWhitespace }
            && name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }
}

/// What scrypt makes of a password, and how it did.
struct StretchedKey: Sendable, CustomStringConvertible {
    private let rounds: Int
    private let blockSize: Int
    private let parallelism: Int
    private let salt: Data
    private let key: Data

    init(_ password: String) {
        var random = SystemRandomNumberGenerator()
        (rounds, blockSize, parallelism) = (15, 8, 1)
        let salt = Data((0..<16).map { _ in UInt8.random(in: 0...255, using: &random) })
        self.salt = salt
        guard let key = StretchedKey.derived(password, salt, rounds, blockSize, parallelism) else {
            preconditionFailure("scrypt takes these numbers")
        }
        self.key = key
    }

    /// As the file has it. Numbers that would take a minute or gigabytes are refused.
    init?(text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), (14...18).contains(rounds),
            let blockSize = Int(parts[2]), (1...16).contains(blockSize),
            let parallelism = Int(parts[3]), (1...4).contains(parallelism),
            let salt = Data(base64Encoded: parts[4]), (8...64).contains(salt.count),
            let key = Data(base64Encoded: parts[5]), key.count == 32
        else { return nil }
        (self.rounds, self.blockSize, self.parallelism) = (rounds, blockSize, parallelism)
        (self.salt, self.key) = (salt, key)
    }

    static let nobody = StretchedKey("nobody")

    func opens(_ password: String) -> Bool {
        guard password.utf8.count <= 1000,
            let derived = StretchedKey.derived(password, salt, rounds, blockSize, parallelism)
        else { return false }
        return SHA256.hash(data: derived) == SHA256.hash(data: key)
    }

    var description: String {
        "scrypt:\(rounds):\(blockSize):\(parallelism):\(salt.base64EncodedString()):\(key.base64EncodedString())"
    }

    private static func derived(
        _ password: String, _ salt: Data, _ rounds: Int, _ blockSize: Int, _ parallelism: Int
    ) -> Data? {
        let key = try? KDF.Scrypt.deriveKey(
            from: Data(password.utf8), salt: salt, outputByteCount: 32, rounds: 1 << rounds, blockSize: blockSize,
            parallelism: parallelism)
        return key?.withUnsafeBytes { Data($0) }
    }
}
