// SPDX-License-Identifier: GPL-3.0-or-later

/// Working memory of ``State/respond(_:)``: for each stretch a few shares to choose from, and the best way to each.
struct Scratch {
    static let most = 5  // candidates a stretch

    let share: Flat<Double>  // by stretch and candidate
    let gain: Flat<Double>  // what the candidate brings in its stretch
    let best: Flat<Double>  // what the best way to it brings
    let from: Flat<Int32>  // the candidate before it on this way
    let count: Flat<Int32>  // by stretch: candidates
    let choice: Flat<Double>  // by stretch: the answer

    init(stretches: Int) {
        let cells = stretches * Scratch.most
        share = Flat(repeating: 0, count: cells)
        gain = Flat(repeating: 0, count: cells)
        best = Flat(repeating: 0, count: cells)
        from = Flat(repeating: 0, count: cells)
        count = Flat(repeating: 0, count: stretches)
        choice = Flat(repeating: 0, count: stretches)
    }

    func free() {
        for flat in [share, gain, best, choice] { flat.free() }
        for flat in [from, count] { flat.free() }
    }
}
