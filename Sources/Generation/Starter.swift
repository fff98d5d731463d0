// SPDX-License-Identifier: GPL-3.0-or-later

/// The firm that a new user begins with.
public enum Starter {
    /// A scenario file of four people that explains itself and plans at once.
    public static let text = """
        # Your firm, to begin with: put your people and projects in place of these, and run `muster plan` on this file.
        # Lines that begin with # are comments. Indent by two spaces. Every value carries its unit.

        muster: 1                                 # the version of the format
        scenario: Our firm
        horizon: 2026-09-07 .. 2026-11-29         # plan these days: twelve weeks from Monday to Sunday
        currency: EUR
        calendar: office                          # for everybody who names no other

        calendars:
          office:
            week: 8 8 8 8 8 0 0                   # hours from Monday to Sunday
            holidays: [2026-10-05]                # the days on which nobody works

        clients:
          bakery: { name: The bakery on the corner }
          museum: { name: The museum of tides }

        people:
          ada:                                    # the id: how other lines call her
            name: Ada Fontes
            role: engineer                        # what she is sold as
            skills: { swift: 4, sql: 3 }          # from 1, a beginner, to 5, an expert
            cost: 48/h                            # what an hour of hers costs you
            knows: [bakery]                       # clients she has worked for
          bruno:
            name: Bruno Keller
            role: engineer
            skills: { swift: 3, web: 4 }
            contract: 80%                         # part-time; 100% when nothing is said
            cost: 42/h
            leave: [2026-10-12 .. 2026-10-16]     # away on these days
          clara:
            name: Clara Moss
            role: designer
            skills: { ux: 4, web: 2 }
            cost: [39/h, 41/h from 2026-10-01]    # a raise in October
          dario:
            name: Dario Pozzi
            role: lead
            skills: { swift: 5, web: 4, ux: 2 }
            contract: 8 8 8 8 0 0 0               # four days a week
            cost: 62/h

        rates: { engineer: 105/h, designer: 95/h, lead: 130/h }      # what an hour of each role is sold for

        projects:
          orders:
            name: Orders by telephone
            client: bakery
            priority: high                        # critical, high, normal or low
            dates: 2026-09-07 .. 2026-11-13
            needs:                                # what people are needed for
              app: { skills: { swift: 3 }, hours: 32h/week }         # steady: the same people from start to end
              screens: { skills: { ux: 3 }, hours: 16h/week }
          tides:
            name: A guide to the tides
            client: museum
            stage: proposed 60%                   # not signed yet: it counts with its chance
            phases:
              concept: { start: 2026-09-21, length: 3 weeks }
              build: { after: concept, length: 6 weeks, milestone: Opening by 2026-11-27 }
            needs:
              design: { phase: concept, skills: { ux: 3 }, hours: 14h/week }
              site: { phase: build, skills: { web: 3 }, prefer: { ux: 2 }, hours: 48h/week }
          care:
            name: Care of older work
            needs:
              fixes: { skills: { web: 2 }, hours: 10h/week, spread: weekly }   # whoever has time that week

        bookings:                                 # promised already; `pinned` is not to be moved
          - ada on orders.app, 24h/week, 2026-09-07 .. 2026-10-02, pinned

        policy: { internal: 10%, target: 80% }    # a tenth of all time is for the firm itself

        """
}
