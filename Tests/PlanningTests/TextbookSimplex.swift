// SPDX-License-Identifier: GPL-3.0-or-later

/// The simplex method as textbooks have it, on a dense tableau: maximise c·x with A·x ≤ b and x ≥ 0, where b ≥ 0.
/// Slow and plain, to check the program's solver and model against.
struct TextbookSimplex {
    private var rows: [(terms: [Int: Double], most: Double)] = []
    private var objective: [Double] = []

    mutating func variable(worth value: Double) -> Int {
        objective.append(value)
        return objective.count - 1
    }

    mutating func atMost(_ most: Double, _ terms: [(variable: Int, factor: Double)]) {
        precondition(most >= 0, "the zero point must be allowed")
        rows.append((Dictionary(terms.map { ($0.variable, $0.factor) }, uniquingKeysWith: +), most))
    }

    /// The largest c·x. Dantzig's rule, and Bland's once it takes long, so that it ends.
    func optimum() -> Double {
        let width = objective.count + 1
        let height = rows.count
        var tableau = [Double](repeating: 0, count: (height + 1) * (width + height))
        let stride = width + height
        for (index, row) in rows.enumerated() {
            for (variable, factor) in row.terms { tableau[index * stride + variable] = factor }
            tableau[index * stride + objective.count + index] = 1
            tableau[index * stride + stride - 1] = row.most
        }
        for (index, value) in objective.enumerated() { tableau[height * stride + index] = -value }
        return tableau.withUnsafeMutableBufferPointer { cells in
            var rounds = 0
            while true {
                rounds += 1
                let costs = (0..<stride - 1).filter { cells[height * stride + $0] < -1e-9 }
                let entering =
                    rounds > 300 ? costs.first : costs.min { cells[height * stride + $0] < cells[height * stride + $1] }
                guard let column = entering else { return cells[height * stride + stride - 1] }
                var pivot = -1
                var best = Double.infinity
                for row in 0..<height where cells[row * stride + column] > 1e-9 {
                    let ratio = cells[row * stride + stride - 1] / cells[row * stride + column]
                    if ratio < best - 1e-12 { (best, pivot) = (ratio, row) }
                }
                precondition(pivot >= 0, "unbounded")
                let factor = cells[pivot * stride + column]
                for index in 0..<stride { cells[pivot * stride + index] /= factor }
                for row in 0...height where row != pivot && cells[row * stride + column] != 0 {
                    let times = cells[row * stride + column]
                    for index in 0..<stride where cells[pivot * stride + index] != 0 {
                        cells[row * stride + index] -= times * cells[pivot * stride + index]
                    }
                }
            }
        }
    }
}
