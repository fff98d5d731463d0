// SPDX-License-Identifier: GPL-3.0-or-later

/// A plain stretch of memory, which its owner has to free. Bounds are checked in debug builds only: the search spends
/// all its time in reading such numbers.
struct Flat<Element: BitwiseCopyable>: @unchecked Sendable {
    let base: UnsafeMutablePointer<Element>
    let count: Int

    init(repeating element: Element, count: Int) {
        base = .allocate(capacity: Swift.max(1, count))
        base.initialize(repeating: element, count: count)
        self.count = count
    }

    init(_ elements: [Element]) {
        base = .allocate(capacity: Swift.max(1, elements.count))
        for (index, element) in elements.enumerated() { base[index] = element }
        count = elements.count
    }

    func free() { base.deallocate() }

    subscript(index: Int) -> Element {
        @inline(__always) get {
            assert(index >= 0 && index < count, "outside of a flat")
            return base[index]
        }
        @inline(__always) nonmutating set {
            assert(index >= 0 && index < count, "outside of a flat")
            base[index] = newValue
        }
    }
}
