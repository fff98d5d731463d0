// swift-tools-version: 6.1
// SPDX-License-Identifier: GPL-3.0-or-later

import PackageDescription

let package = Package(
    name: "muster-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "muster", path: "..")],
    targets: [
        .executableTarget(
            name: "solve-mps", dependencies: [.product(name: "LinearProgramming", package: "muster")]),
        .executableTarget(
            name: "assignments",
            dependencies: [
                .product(name: "Allocation", package: "muster"), .product(name: "LinearProgramming", package: "muster"),
            ]),
        .executableTarget(
            name: "schedules", dependencies: [.product(name: "Scheduling", package: "muster")]),
        .executableTarget(name: "what-if", dependencies: [.product(name: "Muster", package: "muster")]),
    ],
    swiftLanguageModes: [.v6]
)
