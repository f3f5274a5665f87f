package dev.upswell.plan;

/// An account that posts, and how much it can take.
///
/// @param name its handle, not blank
/// @param perWeek posts of a week that are wanted, 1 to 28
/// @param perDay most posts of a day, 1 to 4
public record PostingAccount(String name, int perWeek, int perDay) implements Comparable<PostingAccount> {

    /// With six hours between them four posts fit in a day.
    public static final int MOST_PER_DAY = 4;
    /// And so many in a week.
    public static final int MOST_PER_WEEK = 7 * MOST_PER_DAY;

    public PostingAccount {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name () must not be blank\nMaybe the handle was forgotten.");
        }
        if (perDay < 1 || perDay > MOST_PER_DAY) {
            throw new IllegalArgumentException("perDay (" + perDay + ") must be 1 to " + MOST_PER_DAY
                    + "\nMaybe posts of a week were meant.");
        }
        if (perWeek < 1 || perWeek > 7 * perDay) {
            throw new IllegalArgumentException(
                    "perWeek (" + perWeek + ") must be 1 to " + 7 * perDay + ", seven times perDay"
                            + "\nMaybe more posts a day are meant.");
        }
    }

    @Override
    public int compareTo(PostingAccount other) {
        return name.compareTo(other.name);
    }
}
