// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import Hummingbird

/// The fields of a form that was sent.
struct Form: Sendable {
    /// Far more than any form of ours holds.
    static let mostBytes = 64 << 10
    /// How long a form may take to arrive.
    static let longest = Duration.seconds(15)

    let fields: [(name: String, value: String)]

    /// From `a=1&b=two+words`; nil where it is no such text.
    init?(_ text: String) {
        var fields: [(name: String, value: String)] = []
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Form.decoded(parts[0]), let value = Form.decoded(parts.count > 1 ? parts[1] : "") else {
                return nil
            }
            fields.append((name, value))
        }
        self.fields = fields
    }

    /// Reads what was sent, as far as it is a form and not too large.
    static func read(_ request: Request) async throws -> Form {
        guard let type = request.headers[.contentType], type.hasPrefix("application/x-www-form-urlencoded") else {
            throw Refused(.unsupportedMediaType, "No form", "Only forms are understood here.")
        }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > mostBytes {
            throw Refused(.contentTooLarge, "Too much", "A form holds at most \(mostBytes >> 10) KB.")
        }
        let text = try await withThrowingTaskGroup(of: String.self) { group in
            group.addTask {
                do {
                    return String(buffer: try await request.body.collect(upTo: mostBytes))
                } catch is CancellationError {
                    throw CancellationError()
                } catch {
                    throw Refused(.contentTooLarge, "Too much", "A form holds at most \(mostBytes >> 10) KB.")
                }
            }
            group.addTask {
                try await Task.sleep(for: longest)
                throw Refused(.requestTimeout, "Too slow", "The form did not arrive.")
            }
            defer { group.cancelAll() }
            return try await group.next() ?? ""
        }
        guard let form = Form(text) else { throw Refused(.badRequest, "No form", "The form cannot be read.") }
        return form
    }

    private static func decoded(_ text: Substring) -> String? {
        String(text).replacing("+", with: " ").removingPercentEncoding
    }

    /// The first value of a field without the spaces around it; empty where it was left out.
    subscript(name: String) -> String {
        let value = fields.first { $0.name == name }?.value ?? ""
        return value.trimming()
    }

    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    func number(_ name: String) throws -> Int {
        guard let number = Int(self[name]) else {
            throw Refused(.badRequest, "No number", "`\(name)` takes a whole number.")
        }
        return number
    }
}

extension String {
    func trimming() -> String {
        let front = drop { $0.isWhitespace }
        return String(front.reversed().drop { $0.isWhitespace }.reversed())
    }
}
