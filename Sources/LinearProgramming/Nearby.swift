// SPDX-License-Identifier: GPL-3.0-or-later

/// What is known of a model's optimum from that of a model much like it: where the simplex method may stand, and a point
/// and prices that are about right.
///
/// None of it need fit: a basis with too few or too many members is mended, and a point that breaks rows is moved.
public struct Nearby: Sendable {
    public var basis: Basis
    /// A point and prices; nil where the basis is all that matters, because the rows and columns are the same ones. Of an
    /// integer program a point that keeps all rows and bounds is the best one until a better one is found; any other is
    /// ignored.
    public var point: Point?

    public struct Point: Sendable {
        /// One for each column.
        public var values: [Double]
        /// One for each row, with the meaning of ``Solution/rowPrices``.
        public var rowPrices: [Double]

        public init(values: [Double], rowPrices: [Double]) {
            self.values = values
            self.rowPrices = rowPrices
        }
    }

    public init(basis: Basis, point: Point?) {
        self.basis = basis
        self.point = point
    }
}
