// SPDX-License-Identifier: GPL-3.0-or-later

/// Magnitudes that no sane firm reaches, chosen so that no later sum of whole numbers can overflow.
public enum Limit {
    public static let weeklyHours = 10_000
    public static let totalHours = 1_000_000
    public static let minorUnitsPerHour = 10_000_000
    /// Of a penalty for each week that a milestone is late.
    public static let minorUnitsPerWeek = 10_000_000_000
    public static let budgetMinorUnits = 100_000_000_000_000
    public static let percent = 1000
    public static let contractPercent = 200
    public static let fullTimePeople = 1000
    public static let seats = 1000
    public static let weeks = Horizon.mostWeeks
    /// Of all bookings together.
    public static let bookedHours = Hours(10_000_000_000)
    public static let people = 100_000
    public static let lines = 100_000
    public static let phases = 200
    /// Of one phase.
    public static let tasks = 500
    public static let lagDays = 3650
    public static let calendars = 500
    public static let bookings = 100_000
    public static let pools = 1000
    /// In one list of holidays or of leave.
    public static let timeOff = 10_000
    public static let calendarModels = 20
    public static let contracts = 10_000
    /// Of one contract.
    public static let parts = 100
    public static let amendments = 1000
    public static let instalments = 1000
    public static let years = 1900...2199
}
