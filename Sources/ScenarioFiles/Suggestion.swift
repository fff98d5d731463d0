// SPDX-License-Identifier: GPL-3.0-or-later

/// The known word that a mistyped one was most likely meant to be: the first of the nearest, if any is near.
///
/// Near means at most two slips (a letter added, dropped or changed, or two neighbours swapped), and fewer than half
/// of the word's letters.
package func suggestion(for word: String, among known: [String]) -> String? {
    let letters = Array(word.lowercased().prefix(40))
    var best: (word: String, slips: Int)?
    for candidate in known {
        guard abs(candidate.count - letters.count) <= 2 else { continue }
        let slips = slips(between: letters, and: Array(candidate.lowercased()))
        if slips <= 2, slips * 2 < max(letters.count, 2), slips < best?.slips ?? .max { best = (candidate, slips) }
    }
    return best?.word
}

/// The optimal string alignment distance.
private func slips(between left: [Character], and right: [Character]) -> Int {
    var rows = [Array(0...right.count)]
    for i in 0..<left.count {
        var row = [i + 1]
        for j in 0..<right.count {
            var least = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (left[i] == right[j] ? 0 : 1))
            if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                least = min(least, rows[i - 1][j - 1] + 1)
            }
            row.append(least)
        }
        rows.append(row)
    }
    return rows[left.count][right.count]
}
