package dev.upswell.people;

import java.time.Duration;
import java.time.Instant;

/// How large a world of people is and how long it lasts.
///
/// @param start midnight (UTC) at which the first day begins
/// @param days how many days videos are posted and watched
/// @param firstJudgedDay the day, counted from 0, from which on recommendations are judged
/// @param people how many there are; the first half of them post videos too
/// @param posters who posts: the posting half of the people, and others; at least as many as those
/// @param shownADay how many videos the platform shows a person on a mean day
/// @param occasions at how many instants a person is judged, one in each equal part of the judged days
public record PeopleSettings(Instant start, int days, int firstJudgedDay, int videos, int posters, int people,
        int shownADay, int occasions) {

    private static final Instant START = Instant.parse("2025-08-01T00:00:00Z");
    private static final long DAY_SECONDS = 86_400;

    public PeopleSettings {
        if (start.getEpochSecond() % DAY_SECONDS != 0 || start.getNano() != 0) {
            throw new IllegalArgumentException("start (" + start + ") must be a midnight\nMaybe drop the time.");
        }
        if (videos < 1 || people < 2 || posters < people / 2 || shownADay < 1) {
            throw new IllegalArgumentException("world (" + videos + " videos, " + people + " people, " + posters
                    + " posters, " + shownADay
                    + " shown a day) needs a video, two people, a poster for every second of them and one shown\nMaybe start from judged().");
        }
        if (firstJudgedDay < 1 || occasions < 1 || days - firstJudgedDay < occasions) {
            throw new IllegalArgumentException("judged days (" + firstJudgedDay + " to " + days + " for " + occasions
                    + " occasions) must hold a day for each occasion\nMaybe judge the last third.");
        }
    }

    /// The size that recommendations are judged at: 20,000 videos, 2,000 people, 90 days of which the last thirty count.
    public static PeopleSettings judged() {
        return new PeopleSettings(START, 90, 60, 20_000, 1_500, 2_000, 30, 10);
    }

    /// A size for tests and demonstrations: 3,000 videos, 120 people, 30 days of which the last ten count.
    public static PeopleSettings small() {
        return new PeopleSettings(START, 30, 20, 3_000, 240, 120, 20, 5);
    }

    /// When the last day is over.
    public Instant end() {
        return start.plus(Duration.ofDays(days));
    }

    /// When the judged days begin.
    public Instant judgedFrom() {
        return start.plus(Duration.ofDays(firstJudgedDay));
    }

    /// How many of the people post videos: those with the lowest numbers.
    int posting() {
        return people / 2;
    }

    /// The epoch second at which this day begins.
    long dayBegins(int day) {
        return start.getEpochSecond() + day * DAY_SECONDS;
    }
}
