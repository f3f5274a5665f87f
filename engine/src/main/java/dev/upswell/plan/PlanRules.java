package dev.upswell.plan;

import java.time.Duration;

/// What every plan keeps to.
///
/// @param between least time between two posts of one account
/// @param apart least time between posts of two accounts
/// @param exploration share of a week's posts that go to the hours least is known of [0..1]
/// @param trusted least videos of an hour that is proposed for what it brought
public record PlanRules(Duration between, Duration apart, double exploration, int trusted) {

    /// Six hours between posts of an account, accounts never in the same hour, a fifth to learn from, hours of three videos or
    /// more.
    public static final PlanRules USUAL = new PlanRules(Duration.ofHours(6), Duration.ofHours(1), 0.2, 3);

    public PlanRules {
        if (between.isNegative() || apart.isNegative()) {
            throw new IllegalArgumentException("times between posts (" + between + ", " + apart
                    + ") must not be negative\nMaybe they were subtracted the wrong way round.");
        }
        if (!(exploration >= 0 && exploration <= 1)) {
            throw new IllegalArgumentException(
                    "exploration (" + exploration + ") must be 0 to 1\nMaybe it was given in percent.");
        }
        if (trusted < 1) {
            throw new IllegalArgumentException(
                    "trusted (" + trusted + ") must be 1 or more\nMaybe hours without videos were meant: "
                            + "they are explored.");
        }
    }
}
