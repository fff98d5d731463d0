// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

extension Firm {
    /// The SHA-256 of everything in the firm, in hexadecimal: equal input gives an equal digest on every machine.
    ///
    /// Taken over the firm's values as JSON in a fixed order, so comments, spacing and the split into files do not count.
    public func digest() throws -> String {
        SHA256.hexadecimal(of: try DigestEncoder.bytes(of: self))
    }
}
