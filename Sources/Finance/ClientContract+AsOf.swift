// SPDX-License-Identifier: GPL-3.0-or-later

public import Staffing

extension ClientContract {
    /// The contract as it was agreed on a day: with the amendments of that day and before.
    public func asOf(_ day: Day) -> ClientContract {
        var contract = self
        contract.amendments = amendments.filter { $0.day <= day }
        for amendment in contract.amendments { contract.apply(amendment) }
        return contract
    }

    private mutating func apply(_ amendment: Amendment) {
        if let order = purchaseOrder, let limit = order.limit {
            purchaseOrder = PurchaseOrder(number: order.number, limit: limit + amendment.orderLimit)
        }
        for index in parts.indices where parts[index].id == amendment.part {
            parts[index].terms = parts[index].terms.amended(by: amendment)
        }
    }
}

extension ContractPart.Terms {
    /// Rates and fees keep their days, and are found by them: they are not part of this.
    fileprivate func amended(by amendment: Amendment) -> ContractPart.Terms {
        switch self {
        case .timeAndMaterials(var hourly):
            hourly.cap = hourly.cap.map { $0 + amendment.price }
            return .timeAndMaterials(hourly)
        case .fixedFee(var fixed):
            fixed.price += amendment.price
            switch fixed.billing {
            case .milestones(let instalments): fixed.billing = .milestones(instalments + amendment.milestones)
            case .schedule(let instalments):
                fixed.billing = .schedule((instalments + amendment.schedule).sorted { $0.day < $1.day })
            case .percentComplete: break
            }
            return .fixedFee(fixed)
        case .retainer, .subscription: return self
        }
    }
}
