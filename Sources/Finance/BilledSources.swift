// SPDX-License-Identifier: GPL-3.0-or-later

internal import Staffing

/// What stands on invoices that no credit note has taken back as a whole.
///
/// Time entries have numbers of their own, whatever the contract.
struct BilledSources {
    private struct Occasion: Hashable {
        let contract: Identifier<ClientContract>
        let source: BillingSource
    }

    /// The numbers of time entries.
    private var time: Set<Int> = []
    private var occasions: Set<Occasion> = []

    /// - Parameter invoices: in the order of their issue. Credit notes for a part of an invoice name no sources, those
    ///   for the whole name all of them.
    init(of invoices: [Invoice]) {
        for invoice in invoices {
            let isBilled = invoice.credits == nil
            for item in invoice.lines.lazy.flatMap(\.sources) { mark(item.source, of: invoice.contract, isBilled) }
        }
    }

    private mutating func mark(_ source: BillingSource, of contract: Identifier<ClientContract>, _ isBilled: Bool) {
        if case .time(let number) = source {
            if isBilled { time.insert(number.value) } else { time.remove(number.value) }
        } else if isBilled {
            occasions.insert(Occasion(contract: contract, source: source))
        } else {
            occasions.remove(Occasion(contract: contract, source: source))
        }
    }

    func contains(_ source: BillingSource, of contract: Identifier<ClientContract>) -> Bool {
        if case .time(let number) = source { return time.contains(number.value) }
        return occasions.contains(Occasion(contract: contract, source: source))
    }
}
