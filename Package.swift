// swift-tools-version: 6.1
// SPDX-License-Identifier: GPL-3.0-or-later

import PackageDescription

let house: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

let calculating = [
    "Threads", "LinearProgramming", "Allocation", "Scheduling", "Staffing", "Finance", "Matching", "Verification",
    "Planning", "Charts", "Pages",
]

/// A room and its tests. Tests read their input as users write it, so the tests of every room that knows people may
/// use `ScenarioFiles`, and `SmallFirms` to read a few lines of it.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], tests: [Target.Dependency] = []) -> [Target] {
    let files: [Target.Dependency] =
        ["Threads", "CGLPK", "LinearProgramming", "Allocation", "Scheduling", "Charts"].contains(name)
        ? [] : ["ScenarioFiles", "SmallFirms"]
    // What searches and calculates is optimised in debug builds, too: tests and examples plan whole firms.
    let swift = calculating.contains(name) ? house + [.unsafeFlags(["-O"], .when(configuration: .debug))] : house
    return [
        .target(name: name, dependencies: dependencies, swiftSettings: swift),
        .testTarget(
            name: name + "Tests",
            dependencies: [.byName(name: name)] + dependencies + tests
                + (name == "ScenarioFiles" ? ["SmallFirms"] : files),
            swiftSettings: house),
    ]
}

/// The web application brings a server with many packages of its own: it is built only when asked for, by `./muster serve`
/// and by the tests of CI.
let hasWeb = Context.environment["MUSTER_WEB"] != nil

let webPackages: [Package.Dependency] =
    hasWeb
    ? [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    ] : []

let webTargets: [Target] =
    hasWeb
    ? [
        .target(
            name: "Web",
            dependencies: [
                "LinearProgramming", "Staffing", "Finance", "Changes", "ScenarioFiles", "Ledger", "Matching",
                "Verification", "Planning", "Outlook", "Explanation", "WhatIf", "Reports", "Charts", "Pages",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            resources: [.embedInCode("Resources")],
            swiftSettings: house + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
        .executableTarget(
            name: "muster-serve",
            dependencies: [
                "Web", .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: house),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Ledger", "Staffing", "Finance",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: house),
    ] : []

// The rooms stand in the order in which the data flows; each knows only rooms above it.
let package = Package(
    name: "muster",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "muster", targets: ["muster"]),
        .library(name: "LinearProgramming", targets: ["LinearProgramming"]),
        .library(name: "Allocation", targets: ["Allocation"]),
        .library(name: "Scheduling", targets: ["Scheduling"]),
        .library(
            name: "Muster",
            targets: ["Staffing", "ScenarioFiles", "Generation", "Matching", "Verification", "Planning"]),
    ] + (hasWeb ? [.executable(name: "muster-serve", targets: ["muster-serve"])] : []),
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ] + webPackages,
    targets: [
        .target(name: "CGLPK", linkerSettings: [.linkedLibrary("glpk")]),
        .systemLibrary(name: "CXLSX", pkgConfig: "xlsxwriter"),
    ]
        + room("Threads")
        + room("LinearProgramming", ["CGLPK", "Threads"])
        + room("Allocation", ["Threads"])
        + room("Staffing")
        + room("Scheduling", ["Threads", "Staffing"])
        + room("Finance", ["Staffing"])
        + room("Changes", ["Staffing"], tests: ["Generation"])
        + room("ScenarioFiles", ["Staffing", "Finance", "Changes", "Yams"])
        + room("Ledger", ["Staffing", "Finance", .product(name: "GRDB", package: "GRDB.swift")])
        + room("Generation", ["Staffing"])
        + room("Matching", ["Threads", "Staffing"])
        + room("Levelling", ["Staffing", "Scheduling", "Matching"], tests: ["Verification"])
        + room("Verification", ["Threads", "Staffing", "Matching"], tests: ["Planning"])
        + room(
            "Planning", ["Threads", "LinearProgramming", "Allocation", "Staffing", "Matching", "Verification"],
            tests: ["Generation"])
        + room("Outlook", ["Staffing", "Matching", "Levelling", "Verification", "Planning"])
        + room(
            "Explanation",
            ["Threads", "LinearProgramming", "Staffing", "Changes", "Matching", "Verification", "Planning"],
            tests: ["Generation"])
        + room(
            "WhatIf",
            ["LinearProgramming", "Staffing", "Changes", "Matching", "Verification", "Planning", "Outlook"],
            tests: ["Generation"])
        + room("Charts")
        + room(
            "Reports",
            [
                "Charts", "Staffing", "Finance", "Changes", "Matching", "Verification", "Planning", "Outlook",
                "Explanation",
                "WhatIf",
            ])
        + room(
            "Sheets", ["CXLSX", "Staffing", "Matching", "Verification", "Planning", "Outlook", "Reports"])
        + room(
            "Pages",
            [
                "Charts", "Staffing", "Finance", "Matching", "Verification", "Planning", "Outlook", "WhatIf", "Reports",
            ], tests: ["Markup"])
        + [
            .executableTarget(
                name: "muster",
                dependencies: [
                    "LinearProgramming", "Staffing", "Finance", "Changes", "ScenarioFiles", "Ledger", "Generation",
                    "Matching", "Levelling", "Verification", "Planning", "Outlook", "Explanation", "WhatIf", "Reports",
                    "Sheets", "Pages",
                    .product(name: "ArgumentParser", package: "swift-argument-parser"),
                ],
                swiftSettings: house),
            .testTarget(
                name: "CommandTests",
                dependencies: ["muster", "Yams", "Ledger", "Markup", .product(name: "GRDB", package: "GRDB.swift")],
                swiftSettings: house),
            .target(name: "Markup", path: "Tests/Markup", exclude: ["validate-pages"], swiftSettings: house),
            .target(
                name: "SmallFirms", dependencies: ["Staffing", "ScenarioFiles"], path: "Tests/SmallFirms",
                swiftSettings: house),
        ] + webTargets,
    swiftLanguageModes: [.v6]
)
