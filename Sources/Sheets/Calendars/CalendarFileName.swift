// SPDX-License-Identifier: GPL-3.0-or-later

/// Names of calendar files, one for each person.
enum CalendarFileName {
    /// Names that some file systems keep for devices.
    private static let reserved: Set<String> = Set(
        ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })
    private static let most = 100

    /// The ids with whatever is neither letter nor digit of ASCII replaced, so that no name leads out of its folder, and
    /// with numbers where two would be the same to a file system that does not tell capitals.
    static func names(of ids: [String]) -> [String] {
        var taken: Set<String> = []
        return ids.map { id in
            let name = safe(id)
            var (free, number) = (name, 1)
            while !taken.insert(free.lowercased()).inserted {
                number += 1
                free = "\(name)-\(number)"
            }
            return free + ".ics"
        }
    }

    private static func safe(_ id: String) -> String {
        let plain = id.unicodeScalars.map { scalar in
            scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
                ? Character(scalar) : "-"
        }
        let name = String(plain.prefix(most))
        if name.allSatisfy({ $0 == "-" }) { return "person" }
        return reserved.contains(name.lowercased()) ? name + "_" : name
    }
}
