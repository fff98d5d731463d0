// SPDX-License-Identifier: GPL-3.0-or-later

/// The marks of YAML.
enum Ascii {
    static let newline = UInt8(ascii: "\n")
    static let space = UInt8(ascii: " ")
    static let tab = UInt8(ascii: "\t")
    static let hash = UInt8(ascii: "#")
    static let dash = UInt8(ascii: "-")
    static let question = UInt8(ascii: "?")
    static let colon = UInt8(ascii: ":")
    static let comma = UInt8(ascii: ",")
    static let openList = UInt8(ascii: "[")
    static let closeList = UInt8(ascii: "]")
    static let openMap = UInt8(ascii: "{")
    static let closeMap = UInt8(ascii: "}")
    static let doubleQuote = UInt8(ascii: "\"")
    static let singleQuote = UInt8(ascii: "'")
    static let backslash = UInt8(ascii: "\\")
    static let ampersand = UInt8(ascii: "&")
    static let star = UInt8(ascii: "*")
    static let exclamation = UInt8(ascii: "!")
    static let bar = UInt8(ascii: "|")
    static let greater = UInt8(ascii: ">")
}
