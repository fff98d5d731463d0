// SPDX-License-Identifier: GPL-3.0-or-later

internal import Crypto
internal import Foundation

/// A text that nobody guesses: 256 random bits, in letters that stand in an address as they are.
struct Secret: Hashable, Sendable {
    let text: String

    init() {
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
        text = Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }

    /// What somebody sends; nil where it cannot be one.
    init?(_ text: String) {
        let isSound =
            text.utf8.count == 43
            && text.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_")
            }
        guard isSound else { return nil }
        self.text = text
    }

    /// By which it is kept: whoever reads the store cannot make a secret from it.
    var digest: String { SHA256.hash(data: Data(text.utf8)).map { hexadecimal($0) }.joined() }

    /// Takes as long for a wrong one as for the right one.
    func matches(_ text: String) -> Bool {
        SHA256.hash(data: Data(text.utf8)) == SHA256.hash(data: Data(self.text.utf8))
    }

    private func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.count < 2 ? "0" + digits : digits
    }
}
