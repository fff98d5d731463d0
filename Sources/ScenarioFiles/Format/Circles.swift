// SPDX-License-Identifier: GPL-3.0-or-later

/// Things that wait for each other, each for the next and the last for the first; each circle from whoever of it stands
/// first.
func circles<Thing, ID: Equatable>(
    among things: [Thing], _ id: (Thing) -> ID, _ after: (Thing) -> [ID]
) -> [[ID]] {
    func waits(_ thing: Thing, for other: Thing) -> Bool { after(thing).contains(id(other)) }
    var (left, circles): ([Thing], [[ID]]) = (things, [])
    while let first = left.first {
        // Whoever waits for nobody, or is waited for by nobody, is in no circle.
        if let outside = left.firstIndex(where: { thing in
            !left.contains { waits(thing, for: $0) } || !left.contains { waits($0, for: thing) }
        }) {
            left.remove(at: outside)
            continue
        }
        var chain = [first]
        while let last = chain.last, let next = left.first(where: { waits(last, for: $0) }) {
            if let start = chain.firstIndex(where: { id($0) == id(next) }) {
                chain.removeFirst(start)
                break
            }
            chain.append(next)
        }
        // Told from whoever stands first in the file.
        let leader = left.first { thing in chain.contains { id($0) == id(thing) } }
        let turn = chain.firstIndex { chained in leader.map { id($0) == id(chained) } ?? false } ?? 0
        circles.append((chain[turn...] + chain[..<turn]).map(id))
        left.removeAll { thing in chain.contains { id($0) == id(thing) } }
    }
    return circles
}
